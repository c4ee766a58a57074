/** `kust affected`: the targets whose output a change may alter. */

import { affectedTargets } from "../../affected/affected.ts";
import type { Changes } from "../../affected/change_set.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import { workTreeChanges } from "../../git/work_tree.ts";
import { checkRoot } from "../../targets/check_root.ts";
import type { Host } from "../../host/host.ts";
import { BUILD_OPTION_FLAGS, buildOptions } from "../build/build_options.ts";
import { choiceOf } from "../flags/flag_choice.ts";
import { defineCommand } from "../command.ts";
import type { Flags, FlagValues } from "../flags/flags.ts";
import { formatFlag } from "../flags/format_flag.ts";
import { reportErrors } from "../output/report.ts";
import { targetChoice } from "../flags/target_choice.ts";
import { TARGET_FLAGS } from "../flags/target_flags.ts";
import { changedNames } from "./changed_names.ts";
import { affectedJson, affectedText, type Comparison, summaryText } from "./report.ts";
import { shown } from "../output/render_diagnostic.ts";
import { COULD_NOT_BE_DONE } from "../exit_codes.ts";

const FORMATS = ["list", "json"] as const;

const { leaves: _leaves, ...CHOICE_FLAGS } = TARGET_FLAGS;

const flags = {
  "all-targets": { type: "bool", help: "also targets that other kustomizations build on" },
  base: {
    type: "string",
    valueName: "REV",
    complete: "none",
    help: "compare with the newest commit in common with this branch, tag or commit; default: the upstream branch",
  },
  "exit-code": { type: "bool", help: "exit with 1 if a target is affected" },
  files: { type: "string", valueName: "LIST", help: "a file with the names of what changed; - is standard input" },
  format: formatFlag(FORMATS),
  null: { type: "bool", short: "0", help: "names end with a null character, those read and those printed" },
  why: { type: "bool", help: "show what changed, and how it is part of the target" },
  ...BUILD_OPTION_FLAGS,
  ...CHOICE_FLAGS,
} as const satisfies Flags;

type AffectedFlags = FlagValues<typeof flags>;

export const command = defineCommand({
  usage: "affected [ROOT...] [-] [flags]",
  flags,
  exitOnFailure: COULD_NOT_BE_DONE,
  manual: {
    long:
      "Prints the kustomizations in and below each ROOT whose output a change may alter: those that read, or looked " +
      "for, a path that changed. What changed comes from git, with uncommitted and new files, or from a list of names " +
      "(--files, or - for standard input). Only kustomizations that no other one builds on are printed, unless " +
      "--all-targets is given.\n\nA target that cannot be built is affected, with its error; one that is gone is named " +
      "on standard error. The exit code is 0, or 2 on errors.",
    examples: [
      { text: "What does this branch change?", line: "kust affected --base origin/main" },
      { text: "Why is it affected?", line: "kust affected --why" },
      { text: "For the matrix of a CI", line: "kust affected --base origin/main --format json" },
      { text: "With another tool's list", line: "git diff --name-only -z --relative HEAD~1 | kust affected - -0" },
    ],
  },
  completeArgs: "directory",
  run: async ({ args, flags, given, compat }, host) => {
    choiceOf("format", flags.format, FORMATS);
    const roots = rootsOf(args, host);
    const comparison = await compare(roots, args.includes("-"), flags, host);
    const options = {
      build: { ...buildOptions(flags, given, host), compat: compat.release },
      choice: targetChoice({ ...flags, leaves: !flags["all-targets"] }),
    };
    host.compileEarly?.();
    const found = await affectedTargets(host.fs, roots, comparison, options);
    const text = flags.format === "json" ? affectedJson(found, comparison, host) : affectedText(found, flags, host);
    host.writeStdout(text);
    if (flags.format === "list") host.writeStderr(summaryText(found, comparison));
    for (const { path, error } of found.targets) {
      if (error === undefined || flags.format !== "list") continue;
      host.writeStderr(`${shown(path)}:\n`);
      reportErrors([error], host);
    }
    reportErrors(found.problems, host);
    if (found.problems.length > 0) return COULD_NOT_BE_DONE;
    return flags["exit-code"] && found.targets.length > 0 ? 1 : 0;
  },
});

function rootsOf(args: readonly string[], { fs }: Host): string[] {
  const named = args.filter((arg) => arg !== "-");
  const roots = named.length === 0 ? ["."] : named;
  for (const root of roots) checkRoot(root, fs);
  return roots;
}

async function compare(
  roots: readonly string[],
  fromStdin: boolean,
  { base, files, null: isNull }: AffectedFlags,
  host: Host,
): Promise<Comparison & Changes> {
  const list = fromStdin ? "-" : files;
  if (list === "") {
    const { changed, before, revision, commit } = await workTreeChanges(
      host.fs,
      roots[0]!,
      base || undefined,
      host,
      "name what has changed in a list: --files FILE, or - for standard input",
    );
    return { changed, before, base: { revision, commit } };
  }
  if (base !== "") fail("flag-conflict", "--base and a list of names exclude each other");
  return { changed: changedNames(list, isNull, host) };
}
