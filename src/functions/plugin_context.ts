/** What functions and plugins are given by the build that runs them. */

import type { Capabilities } from "../load/capabilities.ts";
import type { FileSystem } from "../load/file_system.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";

export interface PluginContext {
  capabilities: Capabilities;
  fileSystem: FileSystem;
  /** The root of the kustomization that asks for the plugin: absolute, and the folder that programs run in. */
  root: string;
  /** How long a program may take. */
  timeoutMs: number;
  /** Takes what programs say on stderr, as they say it. */
  stderr: (text: Uint8Array) => void;
  /** Is told what takes long, and "" when that is over. */
  progress: (message: string) => void;
}

/** A generator or transformer that is not built in. Each use runs the program once. */
export interface ExternalPlugin {
  generate(): Promise<Resource[]>;
  transform(set: ResourceSet): Promise<void>;
}
