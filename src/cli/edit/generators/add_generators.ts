/** `edit add configmap` and `edit add secret`. */

import { fail } from "../../../diagnostics/diagnostic.ts";
import { addToGenerator, type GeneratorAdditions, type GeneratorField } from "../../../edit/changes/generators.ts";
import type { Compat } from "../../../compat/compat.ts";
import type { Host } from "../../../host/host.ts";
import { behaviorOf, BEHAVIORS } from "../../../model/history.ts";
import { joinPath } from "../../../text/paths.ts";
import { defineCommand } from "../../command.ts";
import type { Flags } from "../../flags/flags.ts";
import { EDIT_FLAGS, editFile, type EditSite, editSite } from "../edit_file.ts";
import { foundPaths } from "../paths.ts";
import { generatorName, tryGenerator } from "./try_generator.ts";

const ADD_FLAGS = {
  ...EDIT_FLAGS,
  "from-file": {
    type: "slice",
    valueName: "[KEY=]FILE",
    complete: "file",
    help: "add a file; the key defaults to the file's name. Without a key, a pattern may match several files",
  },
  "from-literal": { type: "array", valueName: "KEY=VALUE", help: "add a key and its value" },
  "from-env-file": {
    type: "string",
    valueName: "FILE",
    complete: "file",
    help: "add the key=value lines of a file (in the format of a Docker .env file)",
  },
  namespace: { type: "string", help: "the generator's namespace" },
  disableNameSuffixHash: { type: "bool", help: "disable the name suffix" },
} as const satisfies Flags;

export const addConfigMap = defineCommand({
  usage: "configmap NAME",
  manual: {
    long: "Adds to the entry of `configMapGenerator` with that name, or creates one.",
    examples: [
      {
        text: "From a file and a literal",
        line: "kust edit add configmap my-map --from-file=conf/app.conf --from-literal=a=1",
      },
      {
        text: "Merge into the ConfigMap of a base",
        line: "kust edit add configmap my-map --behavior=merge --from-env-file=prod.env",
      },
    ],
  },
  flags: {
    ...ADD_FLAGS,
    behavior: {
      type: "string",
      complete: BEHAVIORS,
      help: "create a new one (default), or merge with or replace that of a base",
    },
  },
  completeArgs: "none",
  run: ({ args, flags, compat }, host) => add("configMapGenerator", args, { ...flags, type: "" }, host, compat),
});

export const addSecret = defineCommand({
  usage: "secret NAME",
  manual: {
    long: "Adds to the entry of `secretGenerator` with that name, or creates one.",
    examples: [
      {
        text: "From literals",
        line: "kust edit add secret my-secret --from-literal=user=me --from-literal=password=1234",
      },
      {
        text: "A certificate",
        line: "kust edit add secret my-tls --from-file=tls.crt,tls.key --type=kubernetes.io/tls",
      },
    ],
  },
  flags: {
    ...ADD_FLAGS,
    type: { type: "string", default: "Opaque", help: "the Secret's type: Opaque, kubernetes.io/tls, …" },
  },
  completeArgs: "none",
  run: ({ args, flags, compat }, host) => add("secretGenerator", args, { ...flags, behavior: "" }, host, compat),
});

interface AddFlagValues
  extends Record<"kustomization" | "path" | "namespace" | "behavior" | "type" | "from-env-file", string> {
  "keep-format": boolean;
  disableNameSuffixHash: boolean;
  "from-file": string[];
  "from-literal": string[];
}

async function add(
  field: GeneratorField,
  args: string[],
  flags: AddFlagValues,
  host: Host,
  compat: Compat,
): Promise<number> {
  const site = editSite(flags, host, compat);
  const additions: GeneratorAdditions = {
    literals: flags["from-literal"],
    files: flags["from-file"].flatMap((source) => expandedSource(site, source, host)),
    envFile: flags["from-env-file"],
    behavior: flags.behavior,
    type: flags.type,
    disableNameSuffixHash: flags.disableNameSuffixHash,
  };
  const name = generatorName(args);
  checkAdditions(additions, flags["from-file"], site);
  return await editFile(site, host, async (file) => {
    const generator = addToGenerator(file, field, { name, namespace: flags.namespace }, additions);
    await tryGenerator(site, field, generator, host);
  });
}

function checkAdditions(
  { literals, files, envFile, behavior }: GeneratorAdditions,
  [source]: string[],
  site: EditSite,
): void {
  if (envFile === "" && files.length === 0 && literals.length === 0) {
    if (source !== undefined) {
      fail("not-found", `--from-file: '${source}' matches no file`, { file: joinPath(site.folder, source) });
    }
    fail("missing-flag", "at least from-env-file, or from-file or from-literal must be set");
  }
  if (envFile !== "" && (files.length > 0 || literals.length > 0)) {
    fail("flag-conflict", "from-env-file cannot be combined with from-file or from-literal");
  }
  if (behavior !== "" && behaviorOf(behavior) === "unspecified") {
    fail("invalid-flag-value", 'invalid behavior: must be one of "create", "merge", or "replace"');
  }
}

/** Expands `[key=]pattern` to the files it matches; with a key it must match one. */
function expandedSource(site: EditSite, source: string, host: Host): string[] {
  const parts = source.split("=");
  const [key, pattern] = parts.length === 2 ? [parts[0]!, parts[1]!] : ["", parts[0]!];
  const paths = foundPaths(site, [pattern], host);
  if (key === "") return paths;
  if (paths.length !== 1) {
    const found = paths.length === 0 ? "none" : paths.join(", ");
    fail("invalid-flag-value", `'${source}' must name exactly one file, as it has a key; found ${found}`);
  }
  return [`${key}=${paths[0]}`];
}
