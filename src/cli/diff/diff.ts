/** `kust diff`: what a change does to the resources, and to the cluster. */

import { EFFECT_CODES } from "../../diagnostics/codes/effects.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did_you_mean.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { IGNORE_PRESETS, type IgnoreRule, parseIgnoreRule } from "../../diff/ignore.ts";
import { buildOptions, flags as BUILD_FLAGS } from "../build/build.ts";
import { defineCommand } from "../command.ts";
import type { Flags } from "../flags.ts";
import { COLOR_FLAG, outputColors } from "../color_flag.ts";
import { compare } from "./comparison.ts";
import { exitCodeOf, reportFailures } from "./failures.ts";
import { FORMATS, render } from "./render.ts";
import { failUsage, twoPaths } from "./sides.ts";

const {
  all: _all,
  blame: _blame,
  strict: _strict,
  output: _output,
  profile: _profile,
  reorder: _reorder,
  leaves: _leaves,
  include: _include,
  exclude: _exclude,
  "no-ignore": _noIgnore,
  shard: _shard,
  format: _format,
  ...SHARED
} = BUILD_FLAGS;

const CODES = Object.keys(EFFECT_CODES).sort();

const flags = {
  format: { type: "string", default: "human", complete: FORMATS, help: FORMATS.join(", ") },
  color: COLOR_FLAG,
  "fail-on": {
    type: "slice",
    valueName: "CODE,...",
    complete: CODES,
    help: "exit with 1 for these effects only, not for every difference",
  },
  ignore: {
    type: "array",
    valueName: "KIND/NAME[:POINTER]",
    complete: "none",
    help: "leave out a field, or a resource; * stands for any characters",
  },
  "ignore-preset": {
    type: "array",
    valueName: "NAME",
    complete: Object.keys(IGNORE_PRESETS),
    help: "leave out what is of no interest: charts (chart labels and checksums)",
  },
  "show-secrets": { type: "bool", help: "show the values of Secrets" },
  ...SHARED,
} as const satisfies Flags;

export const command = defineCommand({
  usage: "diff A B [flags]",
  flags,
  manual: async () => (await import("./diff_manual.ts")).manual,
  completeArgs: "kustomization",
  exitOnFailure: 2,
  run: async ({ args, flags, given, compat }, host) => {
    const format = legal("format", flags.format, FORMATS);
    const failOn = flags["fail-on"].map((code) => legal("fail-on", code, CODES));
    const colors = outputColors(flags.color, host);
    const ignore = ignoreRules(flags.ignore, flags["ignore-preset"]);
    const options = { ...buildOptions({ ...flags, reorder: "legacy" }, given, host), compat: compat.release };
    const [before, after] = args;
    if (before === undefined || after === undefined || args.length > 2) failUsage(args.length);
    const comparison = twoPaths(before, after, options, host);
    const diffs = [await compare(comparison, { ignore, showSecrets: flags["show-secrets"] })];
    host.writeStdout(render(format, diffs, colors, host));
    reportFailures(diffs, host);
    return exitCodeOf(diffs, failOn);
  },
});

function ignoreRules(texts: readonly string[], presets: readonly string[]): IgnoreRule[] {
  const rules = texts.map((text) =>
    parseIgnoreRule(text) ?? fail("invalid-flag-value", `illegal flag value --ignore ${text}`, {
      hint: "write KIND/NAME:POINTER, as in 'Deployment/*:/spec/replicas'",
    })
  );
  const names = presets.map((name) => legal("ignore-preset", name, Object.keys(IGNORE_PRESETS)));
  return [...rules, ...names.flatMap((name) => IGNORE_PRESETS[name]!)];
}

function legal<Value extends string>(flag: string, value: string, values: readonly Value[]): Value {
  return values.find((one) => one === value) ??
    fail("invalid-flag-value", `illegal flag value --${flag} ${value}; legal values: ${values.join(", ")}`, {
      hint: didYouMean(nearest(value, values)),
    });
}
