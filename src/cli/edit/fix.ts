/** `edit fix`: replaces deprecated fields, and reports whether the build stays the same. */

import { build, printResources } from "../../pipeline/build.ts";
import { type Diagnostic, KustError } from "../../diagnostics/diagnostic.ts";
import { convertVars } from "../../edit/fix/convert_vars.ts";
import type { EditedFile } from "../../edit/edited_file.ts";
import { fixDeprecated } from "../../edit/fix/fix.ts";
import { isFile } from "../../edit/fix/is_file.ts";
import type { ReadProject } from "../../edit/fix/project_files.ts";
import type { Host } from "../../host/host.ts";
import { FileError, type FileSystem } from "../../load/file_system.ts";
import { readSource } from "../../load/read_source.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../../kustomization/file_names.ts";
import { GitAndHttpSources } from "../../load/remote/sources.ts";
import { defineCommand } from "../command.ts";
import { renderWarning } from "../output/render_diagnostic.ts";
import { EDIT_FLAGS, type EditSite, editSite, fileNameAt, readSite, writeSite } from "./edit_file.ts";
import { kustomizeMessage } from "./kustomize_message.ts";

const FIXED = `
Fixed fields:
  patchesJson6902 -> patches
  patchesStrategicMerge -> patches
  commonLabels -> labels
`;

const FIXED_VARS = "  vars -> replacements\n";

const HINT_OF_VARS = `
To convert vars -> replacements, run the command \`kustomize edit fix --vars\`

WARNING: Converting vars to replacements will potentially overwrite many resource files${" "}
and the resulting files may not produce the same output when \`kustomize build\` is run.${" "}
We recommend doing this in a clean git repository where the change is easy to undo.
`;

export const command = defineCommand({
  usage: "fix",
  manual: {
    long:
      "Replaces deprecated fields with their successors, then builds and reports whether the result differs. With " +
      "--vars it also converts vars to replacements, which changes the files that use them: do that in a clean git " +
      "repository, so that the change is easy to undo.",
    examples: [
      { text: "Replace deprecated fields", line: "kust edit fix" },
      { text: "Also replace vars", line: "kust edit fix --vars" },
    ],
  },
  flags: { ...EDIT_FLAGS, vars: { type: "bool", help: "also convert vars to replacements" } },
  completeArgs: "none",
  run: async ({ flags, compat }, host) => {
    const site = editSite(flags, host, compat);
    const before = await tryBuild(site, host);
    const file = readSite(site);
    fixDeprecated(file, (path) => isFile(site.fs, path));
    const changed = flags.vars ? convertVars(file, projectAt(site.fs)) : new Map<string, string>();
    host.writeStdout(FIXED + (flags.vars ? FIXED_VARS : HINT_OF_VARS));
    for (const [path, text] of changed) site.fs.replaceFile(path, text);
    writeSite(site, file, host);
    host.writeStdout(differenceOf(before, await tryBuild(site, host), file, site));
    return 0;
  },
});

interface BuildOutcome {
  text: string;
  error?: Diagnostic;
}

async function tryBuild(site: EditSite, host: Host): Promise<BuildOutcome> {
  // A file with another name can be edited, but not built.
  if (!KUSTOMIZATION_FILE_NAMES.includes(site.fileName ?? fileNameAt(site))) return { text: "" };
  const { resources, warnings, errors } = await build(site.fs, ".", {
    compat: site.compat.release,
    remote: new GitAndHttpSources(host),
    capabilities: host,
  });
  for (const warning of warnings) host.writeStderr(renderWarning(warning));
  const [error] = errors;
  if (error !== undefined) return { text: "", error };
  try {
    return { text: printResources(resources) };
  } catch (error) {
    if (error instanceof KustError) return { text: "", error: error.diagnostic };
    throw error;
  }
}

function differenceOf(before: BuildOutcome, after: BuildOutcome, file: EditedFile, { fs }: EditSite): string {
  if (after.error !== undefined) {
    const words = kustomizeMessage(after.error, file, fs);
    return `Warning: 'Fixed' kustomization now produces the error when running \`kustomize build\`: ${words}\n`;
  }
  if (after.text === before.text) return "";
  return `Warning: 'Fixed' kustomization now produces different output when running \`kustomize build\`:\n...${after.text}...\n`;
}

function projectAt(fs: FileSystem): ReadProject {
  return {
    read: (path) => ignoringRefusals(() => readSource(fs, path)),
    readDir: (path) => ignoringRefusals(() => fs.readDir(path)) ?? [],
  };
}

function ignoringRefusals<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}
