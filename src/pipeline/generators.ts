/** Runs the generators of a kustomization: those of its fields, then those configured under `generators`. */

import { mergeOptions } from "../generate/config_map_and_secret.ts";
import type { GeneratorArgs } from "../kustomization/types.ts";
import type { Origin, Resource } from "../model/resource.ts";
import type { Node } from "../yaml/tree/node.ts";
import { absorb } from "./absorb.ts";
import type { Accumulator } from "./context/accumulator.ts";
import { makeConfigMap, makeSecret } from "./plugins/make_data.ts";
import { builtInOrigin, pluginOrigin } from "./context/origin.ts";
import type { Generate, Target } from "./context/target.ts";

/** @param configs What stands under `generators`. */
export async function runGenerators(target: Target, configs: readonly Resource[], into: Accumulator): Promise<void> {
  const { configMapGenerator, secretGenerator, helmCharts } = target.kustomization;
  // All generators are configured before one runs.
  const plugins = await configurePlugins(target, configs);
  const charts = helmCharts.length === 0 ? [] : (await import("./plugins/helm.ts")).configureHelmCharts(target);
  for (const args of configMapGenerator) {
    const made = await makeConfigMap(target, withOptions(target, args));
    add([made], builtInGenerator(target, "ConfigMapGenerator"), args.node, into);
  }
  for (const args of secretGenerator) {
    const made = await makeSecret(target, withOptions(target, args));
    add([made], builtInGenerator(target, "SecretGenerator"), args.node, into);
  }
  for (const [index, generate] of charts.entries()) {
    add(await generate(), builtInGenerator(target, "HelmChartInflationGenerator"), helmCharts[index]!.node, into);
  }
  for (const { config, generate } of plugins) {
    add(await generate(), pluginOrigin(config), config.node, into);
  }
}

/** Few kustomizations configure generators: the code of all their kinds is loaded where one does. */
async function configurePlugins(
  target: Target,
  configs: readonly Resource[],
): Promise<{ config: Resource; generate: Generate }[]> {
  if (configs.length === 0) return [];
  const { configureGenerator } = await import("./plugins/plugins.ts");
  return configs.map((config) => ({ config, generate: configureGenerator(target, config) }));
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
