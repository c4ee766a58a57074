/** What a build may be told and given. */

import type { Capabilities } from "../../load/capabilities.ts";
import type { RemoteSources } from "../../load/remote/remote.ts";
import type { Phases } from "./phases.ts";
import type { SharedReads } from "./shared_reads.ts";

export interface BuildOptions {
  /** The release of kustomize to do as, such as `v5.8.1`; one of `RELEASES`. Absent: the newest. */
  compat?: string;
  /** Whether files must lie below the root of their kustomization. Default `LoadRestrictionsRootOnly`. */
  loadRestrictor?: "LoadRestrictionsRootOnly" | "LoadRestrictionsNone";
  /** Order of the output where the kustomization has no `sortOptions`: `none` keeps the files' order. Default `legacy`. */
  reorder?: "legacy" | "none" | "unspecified";
  /** Adds the label `app.kubernetes.io/managed-by` as `buildMetadata: [managedByLabel]` does. */
  addManagedByLabel?: boolean;
  helm?: HelmOptions;
  plugins?: PluginOptions;
  /** Lets builds that are given the same one read each file once in all. Absent: a build shares nothing. */
  shared?: SharedReads;
  /** Git repositories and http files. Absent: every remote reference fails. */
  remote?: RemoteSources;
  /** Processes, environment and temporary folders, for helm and plugins. Absent: these fail. */
  capabilities?: Capabilities;
  /** How long a function, a plugin or helm may take. Default 10 minutes. */
  programTimeoutMs?: number;
  /** Is told what takes long, a chart or a function, and "" when that is over. */
  progress?: (message: string) => void;
  /** Whether to record which step wrote which field, for `originOf`. Makes the build slower. */
  trace?: boolean;
  /** Is told which step the build is at. Not for builds that overlap. */
  phases?: Phases;
}

export interface HelmOptions {
  enabled: boolean;
  /** Program to run. Default `helm`. */
  command?: string;
  kubeVersion?: string;
  apiVersions?: string[];
  debug?: boolean;
  /** Charts must be on the disk: none is pulled. */
  noPull?: boolean;
}

/** Generators and transformers that are not built in. */
export interface PluginOptions {
  /** Whether any may be used. */
  enabled: boolean;
  /** Whether functions may be programs on this machine. */
  exec?: boolean;
  /** Whether containers may use the network. */
  network?: boolean;
  /** Mounts of containers, as docker's `--mount` takes them. */
  mounts?: string[];
  /** Environment of containers: `NAME=value`, or `NAME` for the value of now. */
  env?: string[];
  /** Whether containers run as the user who builds. */
  asCurrentUser?: boolean;
  /** Takes what programs say on stderr, as they say it. */
  stderr?: (text: Uint8Array) => void;
}
