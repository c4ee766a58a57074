/** `kust verify`: compares kust's build of every target with that of kustomize. */

import { compatWith } from "../../compat/compat_with.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { SharedReads } from "../../pipeline/context/shared_reads.ts";
import { BUILD_OPTION_FLAGS, buildOptions } from "../build/build_options.ts";
import { type ManyTargets, manyTargets } from "../build/many_targets.ts";
import { choiceOf } from "../flags/flag_choice.ts";
import { defineCommand } from "../command.ts";
import type { Flags } from "../flags/flags.ts";
import { formatFlag } from "../flags/format_flag.ts";
import { reportErrors } from "../output/report.ts";
import { targetChoice } from "../flags/target_choice.ts";
import { TARGET_FLAGS } from "../flags/target_flags.ts";
import { progressLine } from "../output/progress_line.ts";
import { compareTarget } from "./compare_target.ts";
import { OtherProgram } from "./other_program.ts";
import { allAgree, verifyJson, type VerifyReport, verifyText } from "./report.ts";
import { COULD_NOT_BE_DONE } from "../exit_codes.ts";

/** Flags of a build that are passed to both programs. */
const SHARED = [
  "enable-helm",
  "helm-command",
  "helm-kube-version",
  "helm-api-versions",
  "load-restrictor",
  "enable-alpha-plugins",
  "enable-exec",
  "network",
  "mount",
  "env",
  "as-current-user",
] as const;

const FORMATS = ["human", "json"] as const;

const { reorder: _reorder, ...OPTION_FLAGS } = BUILD_OPTION_FLAGS;

export const command = defineCommand({
  usage: "verify [ROOT] [flags]",
  manual: {
    long:
      "Builds every kustomization in and below ROOT with kust and with kustomize, and reports differences in standard " +
      "output and in the files of -o, and targets that only one of them builds. kust agrees with the release that " +
      "kustomize reports. Nothing is written below ROOT.\n\nThe exit code is 0 if all agree, 1 if not, 2 on errors.",
    examples: [
      { text: "Before you switch to kust", line: "kust verify" },
      { text: "A certain kustomize, for a script", line: "kust verify overlays --with ./kustomize --format json" },
    ],
  },
  flags: {
    with: { type: "string", default: "kustomize", valueName: "PROGRAM", help: "the program to compare with" },
    format: formatFlag(FORMATS),
    ...OPTION_FLAGS,
    ...TARGET_FLAGS,
  } satisfies Flags,
  completeArgs: "directory",
  exitOnFailure: COULD_NOT_BE_DONE,
  run: async ({ args, flags, given, compat }, host) => {
    const format = choiceOf("format", flags.format, FORMATS);
    if (args.length > 1) fail("too-many-arguments", `verify takes one folder, ${args.length} given`);
    const options = buildOptions({ ...flags, reorder: "legacy" }, given, host);
    const other = new OtherProgram(flags.with, sharedWords(flags, given), options.programTimeoutMs, host);
    const release = given.has("compat") ? compat.release : (await compatWith(await other.release())).release;
    const found = manyTargets([args[0] ?? "."], true, targetChoice(flags), host.fs);
    reportErrors(found.problems, host);
    const report = await verify(found, { program: flags.with, other, release, options }, host);
    host.writeStdout(format === "json" ? verifyJson(report) : verifyText(report));
    if (found.problems.length > 0) return COULD_NOT_BE_DONE;
    return allAgree(report) ? 0 : 1;
  },
});

interface Comparison {
  program: string;
  other: OtherProgram;
  release: string;
  options: ReturnType<typeof buildOptions>;
}

async function verify(
  { targets, components }: ManyTargets,
  comparison: Comparison,
  host: Host,
): Promise<VerifyReport> {
  const { program, other, release } = comparison;
  const progress = progressLine(host);
  const options = { ...comparison.options, compat: release, shared: new SharedReads() };
  const results = [];
  for (const [index, { path }] of targets.entries()) {
    progress?.(`${index}/${targets.length} ${path}`);
    results.push(await compareTarget(path, other, options, host));
  }
  progress?.("");
  return { program, release, results, components };
}

function sharedWords(flags: Readonly<Record<string, unknown>>, given: ReadonlySet<string>): string[] {
  return SHARED.filter((name) => given.has(name)).flatMap((name) => {
    const value = flags[name];
    return Array.isArray(value) ? value.map((one) => `--${name}=${one}`) : [`--${name}=${value}`];
  });
}
