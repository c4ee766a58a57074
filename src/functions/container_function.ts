/** Functions that are container images, run by `docker`. */

import { isAbsolute, joinPath } from "../text/paths.ts";
import type { Resource } from "../model/resource.ts";
import type { ContainerSpec, StorageMount } from "./function_spec.ts";
import type { PluginContext } from "./plugin_context.ts";
import type { PluginCommand } from "./run_program.ts";

export interface ContainerOptions {
  /** Mounts of `--mount`, after the function's own. */
  mounts: StorageMount[];
  /** Variables of `--env`: they win over the function's own. */
  envs: string[];
  /** `uid:gid`, or `nobody`. */
  user: string;
}

/** A function cannot change these for itself; `--env` can. */
const ALWAYS = ["LOG_TO_STDERR=true", "STRUCTURED_RESULTS=true"];

/** The docker command line, flag for flag as kustomize gives it. */
export function containerCommand(
  spec: ContainerSpec,
  options: ContainerOptions,
  config: Resource,
  context: PluginContext,
): PluginCommand {
  const mounts = [...spec.mounts, ...options.mounts].flatMap((mount) => ["--mount", mountFlag(mount, context.root)]);
  return {
    name: `the function image ${spec.image}`,
    program: "docker",
    args: [
      ...["run", "--rm", "-i", "-a", "STDIN", "-a", "STDOUT", "-a", "STDERR"],
      ...["--network", spec.network ? "host" : "none", "--user", options.user],
      "--security-opt=no-new-privileges",
      ...mounts,
      ...environmentFlags([...spec.envs, ...ALWAYS, ...options.envs]),
      spec.image,
    ],
    cwd: context.root,
    config,
    missingHint: "functions in containers need docker on PATH, and its engine running",
  };
}

function mountFlag({ type, src, dst, writable }: StorageMount, root: string): string {
  const source = isAbsolute(src) ? src : joinPath(root, src);
  return `type=${type},source=${source},target=${dst}${writable ? "" : ",readonly"}`;
}

/** Variables with values sorted by name, then names whose values docker takes from its own environment, in order. */
function environmentFlags(variables: string[]): string[] {
  const values = new Map<string, string>();
  const exported = new Set<string>();
  for (const variable of variables) {
    const equals = variable.indexOf("=");
    if (equals < 0) exported.add(variable);
    else values.set(variable.slice(0, equals), variable.slice(equals + 1));
  }
  const given = [...values].map(([name, value]) => `${name}=${value}`).sort();
  return [...given, ...exported].flatMap((variable) => ["-e", variable]);
}
