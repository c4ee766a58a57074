/** Runs the generators of a kustomization: those of its fields, then those configured under `generators`. */

import type { GeneratorArgs } from "../kustomization/types.ts";
import type { Origin } from "../model/history.ts";
import { type Resource, updateHistory } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import type { KeyPlaces } from "../trace/step.ts";
import type { Node } from "../yaml/tree/node.ts";
import type { Accumulator } from "./context/accumulator.ts";
import type { FieldGenerator } from "./context/generate.ts";
import { builtInOrigin, pluginOrigin } from "./context/origin.ts";
import { fieldStep } from "./context/steps.ts";
import type { Build, Target } from "./context/target.ts";
import { GENERATORS, rowsOfFields } from "./plugins/registry.ts";

interface Generator extends FieldGenerator {
  kind: string;
  origin: Origin | undefined;
}

/**
 * All are configured before any runs.
 *
 * @param configs Entries of `generators`.
 */
export async function runGenerators(target: Target, configs: readonly Resource[], into: Accumulator): Promise<void> {
  const configured = await configuredGenerators(target, configs);
  const { observer } = target.build;
  for (const { kind, generate, node, origin, args } of [...await fieldGenerators(target), ...configured]) {
    const made = await generate();
    observer?.starting?.(target, fieldStep(target, kind, node), into.set);
    if (origin !== undefined) made.forEach((resource) => addOrigin(resource, origin));
    for (const resource of made) await add(resource, into.set, node, target.build);
    observer?.generated?.(made, node);
    observer?.done(into.set, fieldStep(target, kind, node), { keyPlaces: args && await placesOf(args, target), made });
  }
}

async function fieldGenerators(target: Target): Promise<Generator[]> {
  const { kustomization, origin, file } = target;
  const generators: Generator[] = [];
  for (const { kind, load } of rowsOfFields(GENERATORS, kustomization)) {
    const own = origin && builtInOrigin(origin, file, kind);
    for (const generator of (await load()).fromFields(target)) generators.push({ ...generator, kind, origin: own });
  }
  return generators;
}

/** Few kustomizations configure generators, so the code is loaded on demand. */
async function configuredGenerators(target: Target, configs: readonly Resource[]): Promise<Generator[]> {
  if (configs.length === 0) return [];
  const { configureGenerator } = await import("./plugins/configure.ts");
  const generators: Generator[] = [];
  for (const config of configs) {
    const generate = await configureGenerator(target, config);
    generators.push({ kind: config.kind, generate, node: config.node, origin: pluginOrigin(config) });
  }
  return generators;
}

function addOrigin(resource: Resource, origin: Origin): void {
  if (resource.history.origin === undefined) updateHistory(resource, { origin });
}

async function placesOf(args: GeneratorArgs, { loader }: Target): Promise<() => KeyPlaces> {
  const { keyPlaces } = await import("./plugins/key_places.ts");
  return () => keyPlaces(args, loader);
}

/** Most resources are new, so the code for others is loaded on demand. */
async function add(resource: Resource, set: ResourceSet, origin: Node | undefined, { compat }: Build): Promise<void> {
  const { behavior } = resource.history;
  if (behavior !== "merge" && behavior !== "replace" && set.byAnyId(resource).length === 0) set.append(resource);
  else (await import("./absorb.ts")).absorb(set, resource, origin, compat);
}
