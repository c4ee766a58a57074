/** Functions that are programs on this machine (`--enable-exec`). */

import { fail, placeDetails } from "../diagnostics/diagnostic.ts";
import { isAbsolute, joinPath } from "../text/paths.ts";
import type { Resource } from "../model/resource.ts";
import type { ExecSpec } from "./function_spec.ts";
import type { PluginContext } from "./plugin_context.ts";
import type { PluginCommand } from "./run_program.ts";

/** @param extraEnv Variables of `--env`, as `NAME=value`; others than such are ignored, as kustomize does. */
export function execCommand(
  spec: ExecSpec,
  extraEnv: string[],
  config: Resource,
  context: PluginContext,
): PluginCommand {
  if (context.root === "/") {
    fail("root-folder", "root working directory '/' not allowed for an exec function", {
      ...placeDetails(config.place),
      hint: "move the kustomization into a folder of its own",
    });
  }
  return {
    name: `the function ${spec.path}`,
    program: programPath(spec.path, context.root),
    args: spec.args,
    cwd: context.root,
    env: { ...context.capabilities.environment(), ...environmentOf([...spec.envs, ...extraEnv]) },
    config,
    missingHint: "the path counts from the folder of the kustomization; a name without '/' is looked for on PATH",
  };
}

/** A path with a slash counts from the folder that the program runs in; a bare name is looked for on PATH. */
function programPath(path: string, root: string): string {
  return isAbsolute(path) || !path.includes("/") ? path : joinPath(root, path);
}

/** kustomize takes only what has exactly one `=`. */
function environmentOf(variables: string[]): Record<string, string> {
  const parts = variables.map((variable) => variable.split("=")).filter(({ length }) => length === 2);
  return Object.fromEntries(parts);
}
