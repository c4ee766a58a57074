/** Generators and transformers that are not built in: KRM functions, and programs in a plugin folder. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { functionSpecOf } from "../../functions/function_spec.ts";
import { KrmFunction } from "../../functions/krm_function.ts";
import { findLegacyPlugin, LegacyPlugin } from "../../functions/legacy_plugin.ts";
import type { ExternalPlugin, PluginContext } from "../../functions/plugin_context.ts";
import { describeId } from "../../model/res_id.ts";
import { PROGRAM_TIMEOUT_MS } from "../../load/capabilities.ts";
import type { Resource } from "../../model/resource.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import type { PluginOptions } from "../context/options.ts";
import type { Target } from "../context/target.ts";
import { ownValue } from "../../text/own_value.ts";

/** The plugin that `config` requests. Throws `plugins-disabled` if the user has not enabled it. */
export function loadExternalPlugin(target: Target, config: Resource): ExternalPlugin {
  const { plugins } = target.build.options;
  if (plugins?.enabled !== true) {
    fail("plugins-disabled", `external plugins are disabled, and ${describeId(config.id)} is not built in`, {
      ...atPlace(config.node),
      hint: "built-in plugins have 'apiVersion: builtin'; others need --enable-alpha-plugins",
    });
  }
  const context = contextOf(target, plugins, config);
  const spec = functionSpecOf(config, context.compat);
  if (spec !== undefined) return new KrmFunction(config, spec, functionOptions(plugins), context);
  // Not `env`, to which a variable without Deno's permission is absent.
  const environment = context.capabilities.environment();
  const path = findLegacyPlugin(config, context.fileSystem, (name) => ownValue(environment, name));
  return new LegacyPlugin(config, path, (file) => target.loader.text(file, config.place).text, context);
}

function contextOf({ build, loader }: Target, plugins: PluginOptions, config: Resource): PluginContext {
  const { capabilities, progress } = build.options;
  if (capabilities === undefined) {
    fail("no-capability", "this build cannot run programs", { ...atPlace(config.node), hint: "use the kust program" });
  }
  return {
    compat: build.compat,
    capabilities,
    fileSystem: loader.files.fileSystem,
    root: loader.root,
    observer: loader.observer,
    timeoutMs: build.options.programTimeoutMs ?? PROGRAM_TIMEOUT_MS,
    stderr: plugins.stderr ?? (() => {}),
    progress: progress ?? (() => {}),
  };
}

function functionOptions({ exec, network, mounts, env, asCurrentUser }: PluginOptions) {
  return {
    exec: exec === true,
    network: network === true,
    mounts: mounts ?? [],
    envs: env ?? [],
    asCurrentUser: asCurrentUser === true,
  };
}
