/** Functions in container images, run by `docker`. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Node } from "../yaml/tree/node.ts";
import { atPlace, partOf } from "../yaml/tree/place.ts";
import { isAbsolute, joinPath } from "../text/paths.ts";
import type { Resource } from "../model/resource.ts";
import type { ContainerSpec, StorageMount } from "./function_spec.ts";
import type { PluginContext } from "./plugin_context.ts";
import type { PluginCommand } from "./run_program.ts";

export interface ContainerOptions {
  /** Mounts from `--mount`, after the function's own. */
  mounts: StorageMount[];
  /** Variables from `--env`, which override the function's own. */
  envs: string[];
  /** `uid:gid`, or `nobody`. */
  user: string;
}

/** A function cannot change these itself; `--env` can. */
const ALWAYS = ["LOG_TO_STDERR=true", "STRUCTURED_RESULTS=true"];

/** The docker command line, with the same flags as in kustomize. */
export function containerCommand(
  spec: ContainerSpec,
  options: ContainerOptions,
  config: Resource,
  context: PluginContext,
): PluginCommand {
  for (const { type, src, dst, node = config.node } of spec.mounts) {
    for (const part of [type, src, dst]) checkNoFields(part, node);
  }
  if (spec.image.startsWith("-")) {
    fail(
      "unsafe-argument",
      `the image '${spec.image}' would be a flag of docker's command line`,
      atPlace(partOf(spec.node, "image") ?? config.node),
    );
  }
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
    node: partOf(spec.node, "image"),
    missingHint: "container functions need docker on PATH and a running engine",
  };
}

/** Fields are separated by commas, as in CSV: a comma in a part could add a field, such as a second source. */
function checkNoFields(text: string, mount: Node): void {
  if (!/[,"\r\n]/.test(text)) return;
  fail("mount-not-permitted", `the mount part ${JSON.stringify(text)} contains a comma, a quote or a line break`, {
    ...atPlace(mount),
    hint: "docker would parse the rest as more fields: rename the folder",
  });
}

function mountFlag({ type, src, dst, writable }: StorageMount, root: string): string {
  const source = isAbsolute(src) ? src : joinPath(root, src);
  return `type=${type},source=${source},target=${dst}${writable ? "" : ",readonly"}`;
}

/** Variables with values, sorted by name, then names whose values docker takes from its own environment, in order. */
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
