/** `kust deps`: what a kustomization is built from, and which are built from a file. */

import { affectedTargets } from "../../affected/affected.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import { checkRoot } from "../../targets/check_root.ts";
import type { Host } from "../../host/host.ts";
import { realPathOfName } from "../../load/real_path.ts";
import { build } from "../../pipeline/build.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { SharedReads } from "../../pipeline/context/shared_reads.ts";
import { isAbsolute, joinPath, shownPath } from "../../text/paths.ts";
import { affectedJson, affectedText } from "../affected/report.ts";
import { namedTargets } from "../build/build_targets.ts";
import { BUILD_OPTION_FLAGS, buildOptions } from "../build/build_options.ts";
import { choiceOf } from "../flags/flag_choice.ts";
import { defineCommand } from "../command.ts";
import type { Flags, FlagValues } from "../flags/flags.ts";
import { refuseIdle } from "../flags/idle_flags.ts";
import { formatFlag } from "../flags/format_flag.ts";
import { shown } from "../output/render_diagnostic.ts";
import { reportErrors } from "../output/report.ts";
import { targetChoice } from "../flags/target_choice.ts";
import { TARGET_FLAGS } from "../flags/target_flags.ts";
import { argocdText, listText, makeText, type TargetReads } from "./dependencies.ts";
import { dotText, graphOf, mermaidText } from "./graph.ts";
import { depsJson } from "./json.ts";
import { COULD_NOT_BE_DONE } from "../exit_codes.ts";

const FORMATS = ["list", "json", "dot", "mermaid", "make", "argocd"] as const;

const flags = {
  format: formatFlag(FORMATS),
  goal: { type: "string", complete: "none", help: "with --format make: what the rule makes; default: DIR.yaml" },
  reverse: { type: "array", valueName: "FILE", help: "print the kustomizations in and below DIR that read this file" },
  why: { type: "bool", help: "with --reverse: show how the file is part of each" },
  ...BUILD_OPTION_FLAGS,
  ...TARGET_FLAGS,
} as const satisfies Flags;

type DepsFlags = FlagValues<typeof flags>;

export const command = defineCommand({
  usage: "deps [DIR...] [flags]",
  flags,
  exitOnFailure: COULD_NOT_BE_DONE,
  manual: {
    long:
      "Builds each DIR and prints what the build read: files, links, remote sources, charts. With --format json also " +
      "what it looked for and did not find, and the field that asked for each.\n\nWith --reverse, prints the " +
      "kustomizations in and below DIR that read a file.\n\nThe exit code is 0, or 2 on errors.",
    examples: [
      { text: "The files of an overlay", line: "kust deps overlays/prod" },
      { text: "A depfile for make", line: "kust deps overlays/prod --format make --goal out/prod.yaml > out/prod.d" },
      { text: "A picture", line: "kust deps overlays/prod --format dot | dot -Tsvg > prod.svg" },
      { text: "Who reads this file?", line: "kust deps --reverse base/deploy.yaml ." },
    ],
  },
  completeArgs: "kustomization",
  run: async ({ args, flags, given, compat }, host) => {
    choiceOf("format", flags.format, FORMATS);
    if (flags.format !== "make") refuseIdle(given, ["goal"], "with --format make");
    if (flags.reverse.length === 0) refuseIdle(given, ["why", ...Object.keys(TARGET_FLAGS)], "with --reverse");
    const options = { ...buildOptions(flags, given, host), compat: compat.release };
    const paths = args.length === 0 ? ["."] : args;
    if (flags.reverse.length > 0) return await readersOf(flags, paths, options, host);
    if (flags.format === "argocd" && paths.length > 1) {
      fail("too-many-arguments", "--format argocd takes one folder: each application has its own annotation");
    }
    const builds = await buildEach(paths, options, host);
    if (builds === undefined) return COULD_NOT_BE_DONE;
    const text = textOf(builds, flags, host);
    // What programs read, such as a depfile, has the names as they are.
    host.writeStdout(host.terminal.stdout ? shown(text) : text);
    return 0;
  },
});

/** Reports errors; undefined if there are any. */
async function buildEach(
  paths: readonly string[],
  options: BuildOptions,
  host: Host,
): Promise<TargetReads[] | undefined> {
  const shared = new SharedReads();
  const builds: TargetReads[] = [];
  for (const target of paths) {
    const { reads = [], errors } = await build(host.fs, target, { ...options, shared, reads: true });
    reportErrors(errors, host);
    if (errors.length === 0) builds.push({ target, reads });
  }
  return builds.length === paths.length ? builds : undefined;
}

function textOf(builds: readonly TargetReads[], { format, goal }: DepsFlags, { fs }: Host): string {
  const cwd = fs.realPath(fs.cwd());
  const nameOf = (path: string) => shownPath(path, cwd);
  switch (format) {
    case "json":
      return depsJson(builds, nameOf);
    case "dot":
      return dotText(graphOf(builds.map(({ reads }) => reads), nameOf, cwd));
    case "mermaid":
      return mermaidText(graphOf(builds.map(({ reads }) => reads), nameOf, cwd));
    case "make": {
      const goals = goal === "" ? namedTargets(builds.map(({ target }) => target), fs).map(({ file }) => file) : [];
      return makeText(builds, (index) => goals[index] ?? goal, fs, nameOf);
    }
    case "argocd":
      return argocdText(builds[0]!, fs.realPath(builds[0]!.target));
    default:
      return listText(builds, nameOf);
  }
}

async function readersOf(flags: DepsFlags, roots: string[], options: BuildOptions, host: Host): Promise<number> {
  if (flags.format !== "list" && flags.format !== "json") {
    fail("flag-conflict", `--reverse has the formats list and json, not ${flags.format}`);
  }
  for (const root of roots) checkRoot(root, host.fs);
  const cwd = host.fs.realPath(host.fs.cwd());
  const changed = flags.reverse.map((path) =>
    realPathOfName(isAbsolute(path) ? joinPath(path) : joinPath(cwd, path), host.fs)
  );
  const found = await affectedTargets(host.fs, roots, { changed }, { build: options, choice: targetChoice(flags) });
  found.targets = found.targets.filter(({ state, causes }) => state !== "removed" && causes.length > 0);
  const lost = flags.reverse.find((_, at) => host.fs.stat(changed[at]!) === undefined && !host.fs.isLink(changed[at]!));
  if (lost !== undefined && found.targets.length === 0) fail("not-found", `'${lost}' does not exist`, { file: lost });
  const text = { why: flags.why, null: false };
  host.writeStdout(flags.format === "json" ? affectedJson(found, { changed }, host) : affectedText(found, text, host));
  reportErrors(found.problems, host);
  return found.problems.length > 0 ? 2 : 0;
}
