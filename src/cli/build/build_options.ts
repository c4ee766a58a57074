/** The flags of all commands that build, and the build options that they set. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { parseDuration } from "../../load/remote/git_url_query.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { choiceOf } from "../flags/flag_choice.ts";
import type { Flags, FlagValues } from "../flags/flags.ts";
import { progressLine } from "../output/progress_line.ts";
import { REMOTE_FLAGS, remoteSources } from "../flags/remote_flags.ts";

const LOAD_RESTRICTORS = ["LoadRestrictionsRootOnly", "LoadRestrictionsNone"] as const;
const ORDERS = ["legacy", "none"] as const;

export const BUILD_OPTION_FLAGS = {
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
  ...REMOTE_FLAGS,
  "program-timeout": {
    type: "string",
    default: "10m",
    valueName: "DURATION",
    complete: "none",
    help: "time limit for each run of a function, a plugin or helm",
  },
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

export function buildOptions(
  flags: FlagValues<typeof BUILD_OPTION_FLAGS>,
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
    programTimeoutMs: programTimeout(flags["program-timeout"]),
    remote: remoteSources(flags, host),
    capabilities: host,
    progress: (line) => progressLine(host)?.(line),
  };
}

export function programTimeout(text: string): number {
  const ms = parseDuration(text);
  if (ms !== undefined && ms > 0) return ms;
  fail("invalid-flag-value", `illegal flag value --program-timeout ${text}`, {
    hint: "write a duration such as 90s, 10m or 1h30m",
  });
}
