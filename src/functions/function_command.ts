/** The program that runs a KRM function: docker for a container, or the function itself. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Resource } from "../model/resource.ts";
import { decodeUtf8Lossy } from "../text/bytes/utf8.ts";
import { containerCommand } from "./container_function.ts";
import { execCommand } from "./exec_function.ts";
import { atPlace, partOf } from "../yaml/tree/place.ts";
import { type ContainerSpec, type FunctionSpec, parseMount } from "./function_spec.ts";
import type { PluginContext } from "./plugin_context.ts";
import type { PluginCommand } from "./run_program.ts";

export interface FunctionOptions {
  /** Whether functions may be local programs. */
  exec: boolean;
  /** Whether containers that request network access get it. */
  network: boolean;
  mounts: string[];
  envs: string[];
  asCurrentUser: boolean;
}

/** Undefined if the function may not run, which kustomize silently ignores. Throws `network-disabled`. */
export async function functionCommand(
  { container, exec }: FunctionSpec,
  config: Resource,
  { network, mounts, envs, asCurrentUser, exec: allowsExec }: FunctionOptions,
  context: PluginContext,
): Promise<PluginCommand | undefined> {
  if (container.network && !network) failNetwork(container, config);
  if (container.image !== "") {
    const options = {
      mounts: mounts.map(parseMount),
      envs,
      user: asCurrentUser ? await currentUser(context) : "nobody",
    };
    return containerCommand(container, options, config, context);
  }
  if (allowsExec && exec.path !== "") return execCommand(exec, envs, config, context);
  return undefined;
}

async function currentUser({ capabilities }: PluginContext): Promise<string> {
  const ids = await Promise.all(["-u", "-g"].map((flag) => capabilities.run({ program: "id", args: [flag] })));
  return ids.map(({ stdout }) => decodeUtf8Lossy(stdout).trim()).join(":");
}

function failNetwork({ node }: ContainerSpec, config: Resource): never {
  fail("network-disabled", "network required but not enabled with --network", {
    ...atPlace(partOf(node, "network") ?? config.node),
    hint: "this function requests network access: add --network if you trust it",
  });
}
