/** The context of functions and plugins in a build. */

import type { Compat } from "../compat/compat.ts";
import type { Capabilities } from "../load/capabilities.ts";
import type { FileSystem } from "../load/file_system.ts";
import type { ReadObserver } from "../load/read_observer.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";

export interface PluginContext {
  compat: Compat;
  capabilities: Capabilities;
  fileSystem: FileSystem;
  /** The absolute path of the kustomization's root, in which programs run. */
  root: string;
  /** Records programs, if the caller asked what the build reads. */
  observer: ReadObserver | undefined;
  /** Time limit for a program. */
  timeoutMs: number;
  /** Receives stderr of programs as it arrives. */
  stderr: (text: Uint8Array) => void;
  /** Called with a description when a slow step starts and with "" when it ends. */
  progress: (message: string) => void;
}

/** An external generator or transformer. Each use runs the program once. */
export interface ExternalPlugin {
  generate(): Promise<Resource[]>;
  transform(set: ResourceSet): Promise<void>;
}
