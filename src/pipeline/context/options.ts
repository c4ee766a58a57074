/** The options of a build. */

import type { Capabilities } from "../../load/capabilities.ts";
import type { RemoteSources } from "../../load/remote/remote.ts";
import type { Phases } from "./phases.ts";
import type { SharedReads } from "./shared_reads.ts";

/** Options of a build; each has the default of `kustomize build`. */
export interface BuildOptions {
  /** The release of kustomize to agree with, such as `v5.8.1`; docs/releases.md lists all. Default: the newest. */
  compat?: string;
  /** Whether files must be below the root of their kustomization. Default: `LoadRestrictionsRootOnly`. */
  loadRestrictor?: "LoadRestrictionsRootOnly" | "LoadRestrictionsNone";
  /**
   * Order of the output if the kustomization has no `sortOptions`; `none` keeps the order of the files. Default
   * `legacy`.
   */
  reorder?: "legacy" | "none" | "unspecified";
  /** Whether to add the label `app.kubernetes.io/managed-by`, as `buildMetadata: [managedByLabel]` does. */
  addManagedByLabel?: boolean;
  /** Helm charts. Default: a kustomization with charts fails. */
  helm?: HelmOptions;
  /** Functions and plugins that are not built in. Default: a kustomization with some fails. */
  plugins?: PluginOptions;
  /** Builds with the same object read each file once in total. Default: a build shares nothing. */
  shared?: SharedReads;
  /** Git repositories and http files. Default: every remote reference fails. */
  remote?: RemoteSources;
  /** Processes, environment and temporary folders, for helm and plugins. Default: these fail. */
  capabilities?: Capabilities;
  /** Time limit for a function, a plugin or helm, in milliseconds. Default: 10 minutes. */
  programTimeoutMs?: number;
  /** Called with a description when a slow step starts, such as a chart, and with "" when it ends. */
  progress?: (message: string) => void;
  /** Whether to record which step wrote which field, for `originOf`. Makes the build slower. */
  trace?: boolean;
  /** Whether to record what the build reads, for `BuildResult.reads`. */
  reads?: boolean;
  /**
   * Ends the build early: it then throws the signal's reason. A build without remote sources, charts and functions
   * never waits, so that only a signal that is already aborted ends it.
   */
  signal?: AbortSignal;
  /** Called at each phase. Do not share between concurrent builds. */
  phases?: Phases;
}

/** How charts of `helmCharts` are inflated: flags of `kustomize build`. */
export interface HelmOptions {
  /** Whether charts may be used: `--enable-helm`. */
  enabled: boolean;
  /** Program to run. Default: `helm`. */
  command?: string;
  /** Kubernetes version that charts see in `.Capabilities`, such as `1.31`. */
  kubeVersion?: string;
  /** API versions that charts see in `.Capabilities`. */
  apiVersions?: string[];
  /** Whether to run helm with `--debug`. */
  debug?: boolean;
  /** Whether charts must already be on disk, so that none is pulled. */
  noPull?: boolean;
}

/** Generators and transformers that are not built in: flags of `kustomize build`. */
export interface PluginOptions {
  /** Whether any may be used: `--enable-alpha-plugins`. */
  enabled: boolean;
  /** Whether functions may be programs on this machine: `--enable-exec`. Only for kustomizations that you trust. */
  exec?: boolean;
  /** Whether containers may use the network: `--network`. */
  network?: boolean;
  /** Mounts of containers, in the form of docker's `--mount`. */
  mounts?: string[];
  /** Environment of containers: `NAME=value`, or `NAME` to pass its current value. */
  env?: string[];
  /** Whether containers run as the current user: `--as-current-user`. */
  asCurrentUser?: boolean;
  /** Receives what programs write to standard error, as it arrives. */
  stderr?: (text: Uint8Array) => void;
}
