/** Runs the generators of a kustomization: those of its fields, then those configured under `generators`. */

import { fail } from "../diagnostics/diagnostic.ts";
import { mergeOptions } from "../generate/config_map_and_secret.ts";
import type { GeneratorArgs } from "../kustomization/types.ts";
import type { Origin, Resource } from "../model/resource.ts";
import { atPlace, type Node } from "../yaml/node.ts";
import { absorb } from "./absorb.ts";
import type { Accumulator } from "./accumulator.ts";
import { makeConfigMap, makeSecret } from "./make_data.ts";
import { builtInOrigin, pluginOrigin } from "./origin.ts";
import { loadPluginConfigs } from "./plugin_configs.ts";
import { configureGenerator } from "./plugins.ts";
import type { Target } from "./target.ts";

export async function runGenerators(target: Target, into: Accumulator): Promise<void> {
  const { configMapGenerator, secretGenerator, helmCharts, generators } = target.kustomization;
  // All generators are configured before one runs.
  const configs = await loadPluginConfigs(target, generators);
  const plugins = configs.map((config) => ({ config, generate: configureGenerator(target, config) }));
  for (const args of configMapGenerator) {
    const made = await makeConfigMap(target, withOptions(target, args));
    add([made], builtInGenerator(target, "ConfigMapGenerator"), args.node, into);
  }
  for (const args of secretGenerator) {
    const made = await makeSecret(target, withOptions(target, args));
    add([made], builtInGenerator(target, "SecretGenerator"), args.node, into);
  }
  const [chart] = helmCharts;
  if (chart !== undefined) {
    fail("helm-disabled", "must specify --enable-helm to inflate the chart", atPlace(chart.node));
  }
  for (const { config, generate } of plugins) {
    add(await generate(), pluginOrigin(config), config.node, into);
  }
}

/** One's own options with those of `generatorOptions`. */
function withOptions<Args extends GeneratorArgs>(target: Target, args: Args): Args {
  const options = mergeOptions(args.options, target.kustomization.generatorOptions);
  return options === undefined ? args : { ...args, options };
}

function builtInGenerator({ origin, file }: Target, kind: string): Origin | undefined {
  return origin && builtInOrigin(origin, file, kind);
}

function add(made: readonly Resource[], origin: Origin | undefined, node: Node | undefined, into: Accumulator): void {
  for (const { history } of made) history.origin ??= origin;
  absorb(into.set, made, node);
}
