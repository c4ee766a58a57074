/** `kust lint`: finds mistakes that build successfully. */

import { CODES } from "../../diagnostics/codes.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { lintAgain } from "../../lint/lint.ts";
import type { LintedBuild } from "../../lint/linter.ts";
import { hintOfCode } from "../../lint/settings.ts";
import { isAtLeast, LEVELS } from "../../lint/gather/finding.ts";
import { BUILD_OPTION_FLAGS, buildOptions } from "../build/build_options.ts";
import { COLOR_FLAG, isColored } from "../flags/color_flag.ts";
import { defineCommand, type Invocation } from "../command.ts";
import { keepingResults, type LastRun } from "../last_run.ts";
import { choiceOf } from "../flags/flag_choice.ts";
import type { Flags, FlagValues } from "../flags/flags.ts";
import { formatFlag } from "../flags/format_flag.ts";
import { progressLine } from "../output/progress_line.ts";
import { targetChoice } from "../flags/target_choice.ts";
import { TARGET_FLAGS } from "../flags/target_flags.ts";
import { WATCH_FLAG } from "../flags/watch_flag.ts";
import { applyBaseline } from "./baseline.ts";
import { applyFixes } from "./fix.ts";
import { type Form, FORMATS, render } from "./formats.ts";
import { COULD_NOT_BE_DONE } from "../exit_codes.ts";

const flags = {
  baseline: { type: "string", valueName: "FILE", complete: "file", help: "omit the findings that this file lists" },
  color: COLOR_FLAG,
  disable: { type: "slice", valueName: "CODE", complete: "none", help: "omit findings with these codes" },
  "fail-on": {
    type: "string",
    default: "warning",
    complete: LEVELS,
    help: "exit with 1 for findings of this level or worse: error, warning or note",
  },
  fix: { type: "bool", help: "rewrite deprecated fields if every output stays the same, byte for byte" },
  format: formatFlag(FORMATS),
  watch: WATCH_FLAG,
  "write-baseline": { type: "bool", help: "write all findings to the --baseline file" },
  ...BUILD_OPTION_FLAGS,
  ...TARGET_FLAGS,
} as const satisfies Flags;

type LintFlags = FlagValues<typeof flags>;

export const command = defineCommand({
  usage: "lint [ROOT...] [flags]",
  flags,
  manual: {
    long:
      "Builds every kustomization in and below each ROOT, and reports mistakes that build successfully: patches and images " +
      "that match nothing, references without the hash, names that Kubernetes rejects. 'kust help CODE' explains a " +
      "finding.\n\nA comment '# kust-ignore: CODE' on its line or the line above silences a finding. The file .kust.yaml at " +
      "the root of the repository sets levels and excludes paths.\n\nThe exit code is 0 without findings of the --fail-on " +
      "level or worse, 1 with such findings, 2 on other errors.",
    examples: [
      { text: "A repository", line: "kust lint" },
      { text: "Rewrite deprecated fields if the output stays the same", line: "kust lint --fix" },
      {
        text: "Only new findings, for a pull request on GitHub",
        line: "kust lint --baseline .kust-baseline.json --format github",
      },
    ],
  },
  completeArgs: "directory",
  exitOnFailure: COULD_NOT_BE_DONE,
  watch: (invocation, seen) => keepingResults<LintedBuild>(seen, (host, last) => runLint(invocation, host, last)),
  run: (invocation, host) => runLint(invocation, host),
});

type LintInvocation = Invocation<typeof flags>;

async function runLint(invocation: LintInvocation, host: Host, known?: LastRun<LintedBuild>): Promise<number> {
  const { args, flags, given, compat } = invocation;
  const form = formOf(flags, host);
  const options = { ...buildOptions(flags, given, host), compat: compat.release };
  const progress = progressLine(host);
  host.compileEarly?.();
  const lint = () =>
    lintAgain(host.fs, args.length === 0 ? ["."] : args, {
      ...options,
      choice: targetChoice(flags),
      disable: flags.disable,
      onTarget: (path, index, count) => progress?.(`${index}/${count} ${path}`),
    }, known);
  let result = await lint();
  progress?.("");
  const fixed = flags.fix ? await applyFixes(result.findings, options, host) : [];
  if (fixed.length > 0) {
    known?.forget(fixed);
    result = await lint();
    progress?.("");
  }
  const left = applyBaseline(result, flags, host);
  if (!flags["write-baseline"]) host.writeStdout(render(left, form, host));
  return left.findings.some(({ level }) => isAtLeast(level, form.failOn)) ? 1 : 0;
}

/** Also checks flags that the build would not miss. */
function formOf({ format, color, disable, ...flags }: LintFlags, host: Host): Form {
  for (const code of disable) {
    if (!CODES.has(code)) fail("invalid-flag-value", `unknown code '${code}'`, { hint: hintOfCode(code) });
  }
  if (flags["write-baseline"] && flags.baseline === "") {
    fail("missing-flag", "--write-baseline needs a file", { hint: "add --baseline FILE" });
  }
  return {
    format: choiceOf("format", format, FORMATS),
    failOn: choiceOf("fail-on", flags["fail-on"], LEVELS),
    color: isColored(color, host),
  };
}
