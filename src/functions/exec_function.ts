/** Functions that are local programs (`--enable-exec`). */

import { fail } from "../diagnostics/diagnostic.ts";
import { isAbsolute, joinPath } from "../text/paths.ts";
import type { Resource } from "../model/resource.ts";
import type { ExecSpec } from "./function_spec.ts";
import type { PluginContext } from "./plugin_context.ts";
import { partOf } from "../yaml/tree/place.ts";
import type { PluginCommand } from "./run_program.ts";

/** @param extraEnv Variables from `--env`, as `NAME=value`; other forms are ignored, as in kustomize. */
export function execCommand(
  spec: ExecSpec,
  extraEnv: string[],
  config: Resource,
  context: PluginContext,
): PluginCommand {
  if (context.root === "/") {
    fail("root-folder", "root working directory '/' not allowed for an exec function", {
      place: config.place,
      hint: "move the kustomization into its own folder",
    });
  }
  return {
    name: `the function ${spec.path}`,
    program: programPath(spec.path, context.root),
    args: spec.args,
    cwd: context.root,
    env: { ...context.capabilities.environment(), ...environmentOf([...spec.envs, ...extraEnv]) },
    config,
    node: partOf(spec.node, "path"),
    missingHint:
      "a name without '/' is looked up on PATH, others from the kustomization's folder, or the current one for 'fn run'",
  };
}

/** A path with a slash is relative to the folder that the program runs in; a bare name is looked up on PATH. */
function programPath(path: string, root: string): string {
  return isAbsolute(path) || !path.includes("/") ? path : joinPath(root, path);
}

/** kustomize only accepts entries with exactly one `=`. */
function environmentOf(variables: string[]): Record<string, string> {
  const parts = variables.map((variable) => variable.split("=")).filter(({ length }) => length === 2);
  return Object.fromEntries(parts);
}
