/** `kust localize`: copies a kustomization and everything it references. */

import { build, printResources } from "../pipeline/build.ts";
import { type Diagnostic, fail, KustError } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { localize } from "../localize/localize.ts";
import { defineCommand } from "./command.ts";
import type { Flags } from "./flags/flags.ts";
import { isOffered } from "./flags/offered_hint.ts";
import { REMOTE_FLAGS, remoteSources } from "./flags/remote_flags.ts";
import { renderWarning, shown } from "./output/render_diagnostic.ts";
import type { BuildOptions } from "../pipeline/context/options.ts";

const FLAGS = {
  scope: {
    type: "string",
    valueName: "DIR",
    complete: "directory",
    help: "folder that contains all local bases of TARGET; not for a TARGET in a repository",
  },
  "no-verify": { type: "bool", help: "do not build and compare both at the end" },
  ...REMOTE_FLAGS,
} as const satisfies Flags;

export const command = defineCommand({
  usage: "localize [TARGET [DESTINATION]] [flags]",
  manual: {
    long: `
Copies the kustomization TARGET, a folder or the URL of one in a git repository with ?ref=, to the new folder DESTINATION.
Everything that TARGET fetches by git and http is saved in folders named localized-files, and the copied kustomizations
refer to it there, so the copy builds without network access.

TARGET defaults to the current folder, DESTINATION to localized-NAME in the current folder. Finally both are built and
compared.`,
    examples: [
      { text: "The current folder", line: "kust localize" },
      { text: "An overlay with its bases beside it", line: "kust localize overlays/prod copy --scope . --no-verify" },
      {
        text: "From a git repository",
        line:
          "kust localize 'https://github.com/kubernetes-sigs/kustomize//api/krusty/testdata/localize/simple?ref=v4.5.7'",
      },
    ],
  },
  flags: FLAGS,
  completeArgs: "kustomization",
  run: async ({ args, flags, compat }, host) => {
    if (args.length > 2) {
      fail("too-many-arguments", `accepts at most 2 arguments, ${args.length} given: ${args.join(" ")}`);
    }
    const [target = ".", destination = ""] = args;
    const remote = remoteSources(flags, host);
    const copy = await localize(host.fs, target, {
      compat: compat.release,
      scope: flags.scope,
      destination,
      remote,
    });
    const options = { remote, capabilities: host, compat: compat.release };
    if (!flags["no-verify"]) await verify(host, options, target, copy, verifiedFolder(copy, target, flags.scope));
    host.writeStderr(`SUCCESS: localized ${shown(JSON.stringify(target))} to directory ${shown(copy)}\n`);
    return 0;
  },
});

/** kustomize looks for the target's copy directly below the copy of the scope, even if it is deeper in the scope. */
function verifiedFolder(copy: string, target: string, scope: string): string {
  if (scope === "" || scope === target) return copy;
  const name = target.replace(/\/+$/, "").split("/").at(-1);
  return `${copy}/${name}`;
}

async function verify(host: Host, options: BuildOptions, target: string, copy: string, folder: string): Promise<void> {
  const original = await builtText(host, options, target);
  if (host.fs.stat(folder) === undefined) failDeepInScope(target, folder);
  const localized = await builtText(host, options, folder);
  const both = shown(`\`kustomize build\` for ${target} and ${copy}`);
  if (original === localized) {
    host.writeStderr(`VERIFICATION SUCCESS: ${both} are the same after localization.\n`);
    return;
  }
  // v5.8.1 means to fail here, but compares two empty texts and always succeeds. kust keeps the exit code, but reports
  // the difference.
  host.writeStderr(`VERIFICATION FAILED: ${both} are different after localization.\n`);
  host.writeStderr(firstDifference(original, localized));
}

function failDeepInScope(target: string, folder: string): never {
  fail("not-verified", `the copy is complete but not verified: like kustomize, kust looks for it in ${folder}`, {
    hint: `'${target}' is deeper in the scope: use --no-verify and compare with kust build`,
  });
}

async function builtText(host: Host, options: BuildOptions, folder: string): Promise<string> {
  const { resources, warnings, errors: [error] } = await build(host.fs, folder, options);
  for (const warning of warnings) host.writeStderr(renderWarning(warning));
  if (error === undefined) return printResources(resources);
  const notes = [...error.notes ?? [], {
    message: `the copy is complete, but '${folder}' cannot be built to verify it`,
  }];
  throw new KustError(error).with({ hint: hintOf(error), notes });
}

/** That of the build, unless it names a flag that this command lacks. */
function hintOf({ hint }: Diagnostic): string {
  return hint !== undefined && isOffered(hint, FLAGS)
    ? hint
    : "if the build needs flags, use --no-verify and compare with kust build";
}

/** Each text ends with an empty line, which no resource of the other can have there. */
function firstDifference(original: string, localized: string): string {
  const [before, after] = [original.split("\n"), localized.split("\n")];
  const at = before.findIndex((text, index) => text !== after[index]);
  return `line ${at + 1} of the output:\n- ${before[at]}\n+ ${after[at]}\n`;
}
