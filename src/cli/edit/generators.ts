/** `edit add|set|remove` of ConfigMap and Secret generators. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { checkGenerator } from "../../edit/check_generator.ts";
import {
  addToGenerator,
  type GeneratorAdditions,
  type GeneratorField,
  removeGenerators,
  setInGenerator,
} from "../../edit/generators.ts";
import type { SecretArgs } from "../../edit/fields.ts";
import { fileKeyAndPath } from "../../generate/key_values.ts";
import type { Host } from "../../host/host.ts";
import { Loader } from "../../load/loader.ts";
import { isHttpUrl } from "../../load/remote.ts";
import { RunRemoteSources } from "../../load/remote_sources.ts";
import { defineCommand } from "../command.ts";
import type { Flags } from "../flags.ts";
import { EDIT_FLAGS, editFile, type EditSite, editSite } from "./edit_file.ts";
import { foundPaths } from "./paths.ts";

const ADD_FLAGS = {
  ...EDIT_FLAGS,
  "from-file": {
    type: "slice",
    valueName: "[KEY=]FILE",
    complete: "file",
    help: "take a file; the key is its name unless one is given. Patterns match several files where no key is given",
  },
  "from-literal": { type: "array", valueName: "KEY=VALUE", help: "take a key and a value" },
  "from-env-file": {
    type: "string",
    valueName: "FILE",
    complete: "file",
    help: "take lines of key=value from a file (as a Docker .env file has them)",
  },
  namespace: { type: "string", help: "the generator's namespace" },
  disableNameSuffixHash: { type: "bool", help: "disable the name suffix" },
} as const satisfies Flags;

export const addConfigMap = defineCommand({
  usage: "configmap NAME",
  manual: {
    long: "Adds to `configMapGenerator`: to the entry of that name, or as a new one.",
    examples: [
      {
        text: "From a file and a literal",
        line: "kust edit add configmap my-map --from-file=conf/app.conf --from-literal=a=1",
      },
      {
        text: "Merge into the base's",
        line: "kust edit add configmap my-map --behavior=merge --from-env-file=prod.env",
      },
    ],
  },
  flags: {
    ...ADD_FLAGS,
    behavior: {
      type: "string",
      complete: ["create", "merge", "replace"],
      help: "create a new one (default), or merge with or replace one that a base has",
    },
  },
  completeArgs: "none",
  run: ({ args, flags }, host) => add("configMapGenerator", args, { ...flags, type: "" }, host),
});

export const addSecret = defineCommand({
  usage: "secret NAME",
  manual: {
    long: "Adds to `secretGenerator`: to the entry of that name, or as a new one.",
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
  run: ({ args, flags }, host) => add("secretGenerator", args, { ...flags, behavior: "" }, host),
});

export const setConfigMap = setCommand("configMapGenerator", "configmap");
export const setSecret = setCommand("secretGenerator", "secret");
export const removeConfigMap = removeCommand("configMapGenerator", "configmap");
export const removeSecret = removeCommand("secretGenerator", "secret");

interface AddFlagValues
  extends Record<"kustomization" | "path" | "namespace" | "behavior" | "type" | "from-env-file", string> {
  "keep-format": boolean;
  disableNameSuffixHash: boolean;
  "from-file": string[];
  "from-literal": string[];
}

async function add(field: GeneratorField, args: string[], flags: AddFlagValues, host: Host): Promise<number> {
  const site = editSite(flags, host);
  const additions: GeneratorAdditions = {
    literals: flags["from-literal"],
    files: flags["from-file"].flatMap((source) => expandedSource(site, source, host)),
    envFile: flags["from-env-file"],
    behavior: flags.behavior,
    type: flags.type,
    disableNameSuffixHash: flags.disableNameSuffixHash,
  };
  const name = nameOf(args);
  const [unmatched] = flags["from-file"];
  if (unmatched !== undefined && additions.files.length === 0) {
    fail("not-found", `--from-file: '${unmatched}' matches no file`, { file: site.folder });
  }
  checkAdditions(additions);
  return await editFile(site, host, async (file) => {
    const generator = addToGenerator(file, field, { name, namespace: flags.namespace }, additions);
    await tryGenerator(site, field, generator, host);
  });
}

function nameOf(args: string[]): string {
  const [name] = args;
  if (name === undefined || args.length > 1) fail("missing-argument", "name must be specified once");
  return name;
}

function checkAdditions({ literals, files, envFile, behavior }: GeneratorAdditions): void {
  if (envFile === "" && files.length === 0 && literals.length === 0) {
    fail("missing-flag", "at least from-env-file, or from-file or from-literal must be set");
  }
  if (envFile !== "" && (files.length > 0 || literals.length > 0)) {
    fail("flag-conflict", "from-env-file cannot be combined with from-file or from-literal");
  }
  if (!["", "create", "merge", "replace"].includes(behavior)) {
    fail("bad-flag-value", 'invalid behavior: must be one of "create", "merge", or "replace"');
  }
}

/** The files of `[key=]pattern`; with a key it must be one. */
function expandedSource(site: EditSite, source: string, host: Host): string[] {
  const parts = source.split("=");
  const [key, pattern] = parts.length === 2 ? [parts[0]!, parts[1]!] : ["", parts[0]!];
  const paths = foundPaths(site, [pattern], host);
  if (key === "") return paths;
  if (paths.length !== 1) {
    const found = paths.length === 0 ? "none" : paths.join(", ");
    fail("bad-flag-value", `'${source}' must name exactly one file, as it has a key; found ${found}`);
  }
  return [`${key}=${paths[0]}`];
}

/** Throws `KustError` where the generator does not work, so that the file is left alone. */
async function tryGenerator(site: EditSite, field: GeneratorField, generator: SecretArgs, host: Host): Promise<void> {
  const context = { remote: new RunRemoteSources(host), restrictToRoot: true, files: new Map(), fetched: new Map() };
  const loader = await Loader.open(context, site.fs, ".");
  const sources = (generator.files ?? []).map((value) => fileKeyAndPath({ value })[1]);
  for (const path of [...sources, ...generator.envs ?? []]) {
    if (isHttpUrl(path)) await loader.fetch(path, undefined);
  }
  checkGenerator(field, generator, (path, place) => loader.bytes(path, place));
}

function setCommand(field: GeneratorField, noun: string) {
  return defineCommand({
    usage: `${noun} NAME`,
    manual: {
      long:
        `Changes values of keys that an entry of \`${field}\` has as literals, or its namespace. Without --namespace the ` +
        "entry must have none, or `default`.",
      examples: [
        { text: "A new value", line: `kust edit set ${noun} my-name --from-literal=key1=2` },
        { text: "Another namespace", line: `kust edit set ${noun} my-name --namespace=old --new-namespace=new` },
      ],
    },
    flags: {
      ...EDIT_FLAGS,
      "from-literal": { type: "array", valueName: "KEY=VALUE", help: "an existing key and its new value" },
      namespace: { type: "string", help: "the entry's namespace" },
      "new-namespace": { type: "string", help: "the namespace that it gets" },
    },
    completeArgs: "none",
    run: ({ args, flags }, host) => {
      const name = nameOf(args);
      const changes = { literals: flags["from-literal"], namespace: flags["new-namespace"] };
      if (changes.literals.length === 0 && changes.namespace === "") {
        fail("missing-flag", "at least one of [--from-literal, --new-namespace] must be specified");
      }
      const site = editSite(flags, host);
      return editFile(site, host, async (file) => {
        const generator = setInGenerator(file, field, { name, namespace: flags.namespace }, changes);
        await tryGenerator(site, field, generator, host);
      });
    },
  });
}

function removeCommand(field: GeneratorField, noun: string) {
  return defineCommand({
    usage: `${noun} NAME[,NAME...]`,
    manual: {
      long:
        `Removes entries of \`${field}\`, by default those without a namespace. Of several names, one that is not there is ` +
        "no error.",
      examples: [{ text: "Remove two", line: `kust edit remove ${noun} my-name,other-name --namespace=test` }],
    },
    flags: { ...EDIT_FLAGS, namespace: { type: "string", help: "the entry's namespace" } },
    completeArgs: "none",
    run: ({ args, flags }, host) => {
      const [list] = args;
      if (list === undefined) fail("missing-argument", `at least one ${noun} name must be specified`);
      if (args.length > 1) {
        fail("too-many-arguments", `too many arguments: ${args.join(" ")}`, {
          hint: "separate several names by commas, without spaces",
        });
      }
      return editFile(
        editSite(flags, host),
        host,
        (file) => removeGenerators(file, field, list.split(","), flags.namespace),
      );
    },
  });
}
