/** The flags of `kust diff`, and the meaning of their values. */

import { RELEASES } from "../../compat/compat.ts";
import { EFFECT_CODES, type EffectCode } from "../../diagnostics/codes/effects.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import { IGNORE_PRESETS, type IgnoreRule, parseIgnoreRule } from "../../diff/ignore.ts";
import type { Host } from "../../host/host.ts";
import { BUILD_OPTION_FLAGS } from "../build/build_options.ts";
import { COLOR_FLAG, outputColors } from "../flags/color_flag.ts";
import { choiceOf } from "../flags/flag_choice.ts";
import type { Flags, FlagValues } from "../flags/flags.ts";
import { refuseIdle } from "../flags/idle_flags.ts";
import { WATCH_FLAG } from "../flags/watch_flag.ts";
import { TARGET_FLAGS } from "../flags/target_flags.ts";
import { type Form, FORMATS } from "./formats/render.ts";
import { ownValue } from "../../text/own_value.ts";

const { leaves: _leaves, ...CHOICE_FLAGS } = TARGET_FLAGS;

const CODES = Object.keys(EFFECT_CODES).sort() as EffectCode[];

export const flags = {
  "all-targets": { type: "bool", help: "with a commit, also targets that other kustomizations build on" },
  against: {
    type: "string",
    valueName: "FILE",
    complete: "file",
    help: "compare with rendered manifests; - is standard input",
  },
  base: {
    type: "string",
    valueName: "REV",
    complete: "none",
    help: "compare with the newest commit in common with this branch, tag or commit; default: the upstream branch",
  },
  color: COLOR_FLAG,
  compat: {
    type: "string",
    valueName: "RELEASE[..RELEASE]",
    complete: RELEASES,
    help: "do as that release of kustomize does; two releases are compared",
  },
  "fail-on": {
    type: "slice",
    valueName: "CODE,...",
    complete: CODES,
    help: "exit with 1 for these effects only, not for every difference",
  },
  format: { type: "string", default: "human", complete: FORMATS, help: FORMATS.join(", ") },
  ignore: {
    type: "array",
    valueName: "KIND/NAME[:POINTER]",
    complete: "none",
    help: "leave out a field, or a resource; * matches any characters",
  },
  "ignore-preset": {
    type: "array",
    valueName: "NAME",
    complete: Object.keys(IGNORE_PRESETS),
    help: "leave out what is of no interest: charts (chart labels and checksums)",
  },
  "limit-bytes": {
    type: "string",
    default: "0",
    valueName: "NUMBER",
    complete: "none",
    help: "the most bytes of --format markdown, which leaves out details to fit; 0 for any number",
  },
  live: { type: "bool", help: "the manifests of --against are what a cluster has: leave out what it adds" },
  "show-secrets": { type: "bool", help: "show the values of Secrets" },
  watch: WATCH_FLAG,
  ...BUILD_OPTION_FLAGS,
  ...CHOICE_FLAGS,
} as const satisfies Flags;

export type DiffFlags = FlagValues<typeof flags>;

/** Flags that choose among the targets of folders. */
export const CHOOSING = ["all-targets", ...Object.keys(CHOICE_FLAGS)];

export function formOf(flags: DiffFlags, given: ReadonlySet<string>, host: Host): Form {
  const format = choiceOf("format", flags.format, FORMATS);
  if (format !== "markdown") refuseIdle(given, ["limit-bytes"], "with --format markdown");
  const limit = flags["limit-bytes"];
  if (!/^\d{1,15}$/.test(limit)) {
    fail("invalid-flag-value", `illegal flag value --limit-bytes ${limit}`, { hint: "write a number, such as 60000" });
  }
  return {
    format,
    colors: outputColors(flags.color, host),
    limitBytes: Number(limit),
    failOn: flags["fail-on"].map((code) => choiceOf("fail-on", code, CODES)),
  };
}

export function ignoreRules(flags: DiffFlags): IgnoreRule[] {
  const rules = flags.ignore.map((text) =>
    parseIgnoreRule(text) ?? fail("invalid-flag-value", `illegal flag value --ignore ${text}`, {
      hint: "write KIND/NAME:POINTER, as in 'Deployment/*:/spec/replicas'",
    })
  );
  const names = flags["ignore-preset"].map((name) => choiceOf("ignore-preset", name, Object.keys(IGNORE_PRESETS)));
  return [...rules, ...names.flatMap((name) => ownValue(IGNORE_PRESETS, name) ?? [])];
}

/** Both releases of `R1..R2`, one of which may be omitted; undefined for a single release. */
export function releasesOf({ compat }: DiffFlags): [before: string, after: string] | undefined {
  const [before, after] = compat.split("..");
  if (before === undefined || after === undefined) return undefined;
  if (before === after) {
    fail("invalid-flag-value", `illegal flag value --compat ${compat}: both releases are the same`, {
      hint: "name two releases, such as v5.6.0..v5.8.3; without the second, it is the newest",
    });
  }
  return [before, after];
}
