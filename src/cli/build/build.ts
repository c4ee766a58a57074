/** `kust build`: builds a kustomization and prints the resources. */

import { build } from "../../pipeline/build.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import { defineCommand } from "../command.ts";
import { choiceOf } from "../flags/flag_choice.ts";
import type { Flags } from "../flags/flags.ts";
import { renderWarning } from "../output/render_diagnostic.ts";
import { reportErrors } from "../output/report.ts";
import { TARGET_FLAGS } from "../flags/target_flags.ts";
import { BUILD_OPTION_FLAGS, buildOptions } from "./build_options.ts";
import { writeOutput } from "./write_output.ts";

const FORMATS = ["human", "json", "github"] as const;

const flags = {
  all: { type: "bool", help: "build every kustomization in and below DIR, each to a file in the -o folder" },
  blame: { type: "bool", help: "print before each line the file and line that set it" },
  "fail-fast": { type: "bool", help: "with several DIRs, stop at the first that fails" },
  format: {
    type: "string",
    default: "human",
    complete: FORMATS,
    help: "form of --blame: human or json; of the report on several DIRs: human, json, or github for annotations",
  },
  output: {
    type: "string",
    short: "o",
    valueName: "PATH",
    help: "write to this file, or one file per resource to this existing folder; with several DIRs, one file per DIR",
  },
  profile: { type: "bool", help: "print phase timings to stderr" },
  quiet: { type: "bool", help: "print no warnings; with several DIRs, only failures" },
  strict: { type: "bool", help: "treat errors and warnings of 'kust lint' as errors" },
  watch: { type: "bool", short: "w", help: "build again whenever a file that was read changes" },
  ...BUILD_OPTION_FLAGS,
  ...TARGET_FLAGS,
} as const satisfies Flags;

export const command = defineCommand({
  usage: "build [DIR...] [flags]",
  flags,
  manual: async () => (await import("./build_manual.ts")).manual,
  completeArgs: "kustomization",
  run: async ({ args, flags, given, compat }, host) => {
    const options = { ...buildOptions(flags, given, host), compat: compat.release };
    if (given.has("format")) choiceOf("format", flags.format, FORMATS);
    if (flags.all || args.length > 1) {
      const { buildMany } = await import("./build_many.ts");
      const { targetChoice } = await import("../flags/target_choice.ts");
      if (flags.blame) fail("flag-conflict", "--blame is for one kustomization");
      return await buildMany({ ...flags, paths: args, choice: targetChoice(flags) }, options, host);
    }
    checkForOne(given, flags);
    const path = args[0] ?? ".";
    if (flags.blame && flags.strict) fail("flag-conflict", "--blame and --strict exclude each other");
    if (flags.watch && (flags.blame || flags.profile)) {
      fail("flag-conflict", `--watch and --${flags.blame ? "blame" : "profile"} exclude each other`);
    }
    if (flags.blame) return await (await import("../explain/build_blame.ts")).buildBlame(path, options, flags, host);
    if (flags.watch) return await (await import("./watch_build.ts")).watchBuild(path, flags, options, host);
    const profile = flags.profile ? new (await import("./profile.ts")).Profile(host) : undefined;
    const builder = flags.strict ? (await import("../../lint/strict.ts")).strictBuild : build;
    const { resources, warnings, errors } = await builder(host.fs, path, {
      ...options,
      ...profile && { phases: profile },
    });
    if (!flags.quiet) { for (const warning of warnings) host.writeStderr(renderWarning(warning)); }
    if (errors.length > 0) {
      reportErrors(errors, host);
      return 1;
    }
    writeOutput(resources, flags.output, host, profile);
    if (profile !== undefined) host.writeStderr(profile.text());
    return 0;
  },
});

/** Fails for flags that are for several kustomizations. */
function checkForOne(given: ReadonlySet<string>, { blame }: { blame: boolean }): void {
  const wrong = [...Object.keys(TARGET_FLAGS), "fail-fast", ...blame ? [] : ["format"]].find((name) => given.has(name));
  if (wrong === undefined) return;
  fail("flag-conflict", `--${wrong} is for several kustomizations`, { hint: "name several, or add --all" });
}
