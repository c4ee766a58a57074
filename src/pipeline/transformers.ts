/** Runs the transformers of a kustomization: those of its fields, then those configured under `transformers`. */

import type { TransformerConfig } from "../kustomization/config/transformer_config.ts";
import { withPlace } from "../load/load_context.ts";
import type { Origin } from "../model/history.ts";
import { type Resource, updateHistory } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { placeOf } from "../yaml/tree/place.ts";
import type { Accumulator } from "./context/accumulator.ts";
import { builtInOrigin, pluginOrigin } from "./context/origin.ts";
import { inPhase } from "./context/phases.ts";
import type { Target } from "./context/target.ts";
import { configureContext } from "./plugins/configure_context.ts";
import { rowsOfFields, TRANSFORMERS } from "./plugins/registry.ts";
import type { Transformer } from "./run_observed.ts";

/**
 * All are configured before any runs.
 *
 * @param configs The entries of `transformers`.
 */
export async function runTransformers(target: Target, configs: readonly Resource[], into: Accumulator): Promise<void> {
  const { phases } = target.build.options;
  const transformers = await inPhase(
    phases,
    "configure transformers",
    async () => [...await fieldTransformers(target, into.config), ...await configuredTransformers(target, configs)],
  );
  const { observer } = target.build;
  for (const transformer of transformers) {
    const { kind, transform, node, count = 1, origin } = transformer;
    const run = async () => {
      if (observer === undefined) return inPhase(phases, kind, () => transform(into.set, target.build));
      const { runObserved } = await import("./run_observed.ts");
      await runObserved(target, transformer, into.set, observer);
    };
    await withPlace(node && placeOf(node), run());
    recordOrigin(into.set, origin, count);
  }
}

async function fieldTransformers(target: Target, config: TransformerConfig): Promise<Transformer[]> {
  const { kustomization, origin, file } = target;
  const context = configureContext(target);
  const transformers: Transformer[] = [];
  for (const { kind, fields, load, settings } of rowsOfFields(TRANSFORMERS, kustomization)) {
    const node = fields.map((field) => kustomization.node.get(field)).find((value) => value !== undefined);
    const own = origin && builtInOrigin(origin, file, kind);
    for (const transform of (await load()).fromFields(kustomization, config, context)) {
      transformers.push({ node, ...transform, kind, origin: own, holdsValues: settings === undefined });
    }
  }
  return transformers;
}

/** Few kustomizations configure transformers, so the code is loaded on demand. */
async function configuredTransformers(target: Target, configs: readonly Resource[]): Promise<Transformer[]> {
  if (configs.length === 0) return [];
  const { configureTransformer, holdsValues } = await import("./plugins/configure.ts");
  const transformers: Transformer[] = [];
  for (const config of configs) {
    const transform = await configureTransformer(target, config);
    const { node, kind } = config;
    transformers.push({ transform, node, kind, origin: pluginOrigin(config), holdsValues: holdsValues(config) });
  }
  return transformers;
}

/**
 * Records a transformer in the history of every resource. kustomize treats a resource without an origin as created by
 * the transformer.
 */
function recordOrigin(set: ResourceSet, origin: Origin | undefined, count: number): void {
  if (origin === undefined) return;
  for (const resource of set.resources) {
    for (let times = 0; times < count; times++) {
      const { history } = resource;
      updateHistory(
        resource,
        history.origin === undefined ? { origin } : { transformations: [...history.transformations, origin] },
      );
    }
    // kustomize writes this into annotations, in new nodes, which are no longer shared with labels (`set_text.ts`).
    resource.rewriteAnnotations();
  }
}
