/** `kust build`: builds a kustomization and prints the resources. */

import { choiceOf } from "../flag_choice.ts";
import { build } from "../../pipeline/build.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { defineCommand } from "../command.ts";
import type { Flags, FlagValues } from "../flags.ts";
import { parseDuration } from "../../load/remote/git_url_query.ts";
import { renderWarning } from "../output/render_diagnostic.ts";
import { progressLine } from "../output/progress_line.ts";
import { REMOTE_FLAGS, remoteSources } from "../remote_flags.ts";
import { reportErrors } from "../output/report.ts";
import { TARGET_FLAGS } from "../target_flags.ts";
import { writeOutput } from "./write_output.ts";

const LOAD_RESTRICTORS = ["LoadRestrictionsRootOnly", "LoadRestrictionsNone"] as const;
const FORMATS = ["human", "json", "github"] as const;
const ORDERS = ["legacy", "none"] as const;

export const flags = {
  all: { type: "bool", help: "build every kustomization in and below DIR, each to a file in the -o folder" },
  "as-current-user": { type: "bool", help: "run function containers as the current user" },
  "enable-alpha-plugins": { type: "bool", help: "run external generators and transformers" },
  "enable-exec": {
    type: "bool",
    help: "allow functions to run local programs; do not use on untrusted kustomizations",
  },
  "enable-helm": { type: "bool", help: "inflate helm charts with the local helm" },
  env: {
    type: "array",
    short: "e",
    valueName: "NAME[=VALUE]",
    complete: "none",
    help: "environment variable for functions",
  },
  "helm-api-versions": {
    type: "array",
    complete: "none",
    help: "API versions the cluster supports, as seen by charts",
  },
  blame: { type: "bool", help: "print before each line the file and line that set it" },
  "fail-fast": { type: "bool", help: "with several DIRs, stop at the first that fails" },
  format: {
    type: "string",
    default: "human",
    complete: FORMATS,
    help: "form of --blame: human or json; of the report on several DIRs: human, json, or github for annotations",
  },
  "helm-command": { type: "string", default: "helm", valueName: "PATH", help: "the helm program" },
  "helm-debug": { type: "bool", help: "let helm print its debug output" },
  "helm-kube-version": { type: "string", complete: "none", help: "Kubernetes version, as seen by charts" },
  "load-restrictor": {
    type: "string",
    default: "LoadRestrictionsRootOnly",
    complete: LOAD_RESTRICTORS,
    help: "LoadRestrictionsNone allows files from outside the kustomization's folder, which then cannot be moved",
  },
  mount: { type: "array", complete: "none", help: "mount for function containers, in docker's syntax" },
  network: { type: "bool", help: "allow network access for functions that request it" },
  "network-name": { type: "string", default: "bridge", complete: "none", help: "docker network for those functions" },
  output: {
    type: "string",
    short: "o",
    valueName: "PATH",
    help: "write to this file, or one file per resource to this existing folder; with several DIRs, one file per DIR",
  },
  ...REMOTE_FLAGS,
  ...TARGET_FLAGS,
  "program-timeout": {
    type: "string",
    default: "10m",
    valueName: "DURATION",
    complete: "none",
    help: "time limit for each run of a function, a plugin or helm",
  },
  profile: { type: "bool", help: "print phase timings to stderr" },
  strict: { type: "bool", help: "take errors and warnings of 'kust lint' for errors" },
  quiet: { type: "bool", help: "print no warnings, and of several DIRs only what fails" },
  watch: { type: "bool", short: "w", help: "build again whenever a file that was read changes" },
  reorder: {
    type: "string",
    default: "legacy",
    complete: ORDERS,
    help: "order of the output: legacy or none",
    deprecated: "use the new 'sortOptions' field in kustomization.yaml instead.",
  },
  "enable-managedby-label": {
    type: "bool",
    help: "label resources with app.kubernetes.io/managed-by",
    deprecated: "The flag `enable-managedby-label` has been deprecated. " +
      "Use the `managedByLabel` option in the `buildMetadata` field instead.",
  },
} as const satisfies Flags;

type BuildFlags = FlagValues<typeof flags>;

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
      const { targetChoice } = await import("../target_choice.ts");
      if (flags.blame) fail("flag-conflict", "--blame is for one kustomization");
      return await buildMany({ ...flags, paths: args, choice: targetChoice(flags) }, options, host);
    }
    if (given.size > 0) checkForOne(given, flags);
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

export function buildOptions(
  flags: Omit<
    BuildFlags,
    "all" | "blame" | "fail-fast" | "output" | "profile" | "quiet" | "strict" | "watch" | keyof typeof TARGET_FLAGS
  >,
  given: ReadonlySet<string>,
  host: Host,
): BuildOptions {
  const loadRestrictor = choiceOf("load-restrictor", flags["load-restrictor"] || LOAD_RESTRICTORS[0], LOAD_RESTRICTORS);
  const reorder = choiceOf("reorder", flags.reorder, ORDERS);
  return {
    loadRestrictor,
    reorder: given.has("reorder") ? reorder : "unspecified",
    addManagedByLabel: flags["enable-managedby-label"] || host.env("KUSTOMIZE_ENABLE_MANAGEDBY_LABEL") === "on",
    helm: {
      // As in kustomize, enabling plugins also enables helm.
      enabled: flags["enable-helm"] || flags["enable-alpha-plugins"],
      command: flags["helm-command"],
      kubeVersion: flags["helm-kube-version"],
      apiVersions: flags["helm-api-versions"],
      debug: flags["helm-debug"],
      noPull: flags.offline || flags["no-remote"],
    },
    plugins: {
      enabled: flags["enable-alpha-plugins"],
      exec: flags["enable-exec"],
      network: flags.network,
      mounts: flags.mount,
      env: flags.env,
      asCurrentUser: flags["as-current-user"],
      stderr: (text) => host.writeStderr(text),
    },
    programTimeoutMs: durationOf("program-timeout", flags["program-timeout"]),
    remote: remoteSources(flags, host),
    capabilities: host,
    progress: (line) => progressLine(host)?.(line),
  };
}

function durationOf(flag: string, text: string): number {
  const ms = parseDuration(text);
  if (ms !== undefined && ms > 0) return ms;
  fail("invalid-flag-value", `illegal flag value --${flag} ${text}`, {
    hint: "write a duration such as 90s, 10m or 1h30m",
  });
}
