/** Runs the transformers of a kustomization: those of its fields, then those configured under `transformers`. */

import type { Origin, Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import type { Accumulator } from "./context/accumulator.ts";
import { fieldTransformers } from "./field_transformers.ts";
import { inPhase } from "./context/phases.ts";
import { builtInOrigin, pluginOrigin } from "./context/origin.ts";
import type { Target } from "./context/target.ts";
import type { Transform } from "../transform/transform.ts";

/**
 * All are configured before one runs.
 *
 * @param configs What stands under `transformers`.
 */
export async function runTransformers(target: Target, configs: readonly Resource[], into: Accumulator): Promise<void> {
  const { build, origin, file } = target;
  const { phases } = build.options;
  const [ofFields, configured] = await inPhase(
    phases,
    "configure transformers",
    async () => [await fieldTransformers(target, into.config), await configurePlugins(target, configs)] as const,
  );
  for (const { kind, count, transform } of ofFields) {
    await inPhase(phases, kind, () => transform(into.set, build));
    recordOrigin(into.set, origin && builtInOrigin(origin, file, kind), count);
  }
  for (const { config, transform } of configured) {
    await inPhase(phases, config.kind, () => transform(into.set, build));
    recordOrigin(into.set, pluginOrigin(config), 1);
  }
}

/** Few kustomizations configure transformers: the code of all their kinds is loaded where one does. */
async function configurePlugins(
  target: Target,
  configs: readonly Resource[],
): Promise<{ config: Resource; transform: Transform }[]> {
  if (configs.length === 0) return [];
  const { configureTransformer } = await import("./plugins/plugins.ts");
  return configs.map((config) => ({ config, transform: configureTransformer(target, config) }));
}

/** Records a transformer in the history of every resource. kustomize takes one without an origin for one that the transformer made. */
function recordOrigin(set: ResourceSet, origin: Origin | undefined, count: number): void {
  if (origin === undefined) return;
  for (const resource of set.resources) {
    const { history, annotations } = resource;
    for (let index = 0; index < count; index++) {
      if (history.origin === undefined) history.origin = origin;
      else history.transformations.push(origin);
    }
    // kustomize writes this into annotations, and so makes all of them anew: they part from others of one node (`set_text.ts`).
    resource.annotations = annotations;
  }
}
