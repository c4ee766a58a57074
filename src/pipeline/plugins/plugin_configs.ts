/** Reads what stands under `generators`, `transformers` and `validators`: objects that configure plugins. */

import { KustError } from "../../diagnostics/diagnostic.ts";
import type { Text } from "../../kustomization/types.ts";
import { readResources } from "../../model/read_resources.ts";
import type { Resource } from "../../model/resource.ts";
import { inlineSource } from "../../yaml/read/inline_source.ts";
import type { Node } from "../../yaml/tree/node.ts";
import { Accumulator } from "../context/accumulator.ts";
import { appendToOrigin } from "../context/origin.ts";
import { fetchHttpFiles, type Target } from "../context/target.ts";
import { pathFields } from "./plugin_paths.ts";
import { rowOf, TRANSFORMERS } from "./registry.ts";

/** Adds the resources that paths lead to: `addResources` of `accumulate.ts`. */
export type AddResources = (target: Target, paths: readonly Text[], into: Accumulator) => Promise<void>;

/** The configuring objects: those written inline come first, then those of files and folders. */
export async function loadPluginConfigs(
  target: Target,
  texts: readonly Text[],
  addResources: AddResources,
): Promise<readonly Resource[]> {
  if (texts.length === 0) return [];
  const configs = new Accumulator();
  const paths: Text[] = [];
  for (const text of texts) {
    const inline = readInline(target, text);
    if (inline === undefined) paths.push(text);
    else configs.set.appendAll(inline);
  }
  await addResources(target, paths, configs);
  const { resources } = configs.set;
  for (const config of resources) await fetchHttpFiles(target.loader, filesOf(config));
  return resources;
}

/** The objects in a text that is itself YAML of objects; undefined for what must be a path. */
function readInline({ build, origin, file }: Target, { value, node }: Text): Resource[] | undefined {
  try {
    const resources = readResources(inlineSource(node, value, "an inline plugin"), build.isClusterScoped);
    if (origin !== undefined) {
      const own = appendToOrigin(origin, file);
      for (const resource of resources) resource.history.origin = own;
    }
    return resources;
  } catch (error) {
    // A path is no object either, but it has one line.
    if (error instanceof KustError && !value.includes("\n")) return undefined;
    throw error;
  }
}

/** The files that the settings of built-in transformers name; generators see to theirs. */
function filesOf({ apiVersion, kind, node }: Resource): Text[] {
  const settings = apiVersion === "builtin" ? rowOf(TRANSFORMERS, kind)?.settings : undefined;
  if (settings === undefined) return [];
  return pathFields(settings.fields).flatMap(({ path }) => textsAt(node, path.split("/")));
}

/** The texts to which `steps` lead, through all items of lists. */
function textsAt(node: Node | undefined, [step, ...steps]: readonly string[]): Text[] {
  if (node?.kind === "sequence") {
    return node.items.flatMap((item) => textsAt(item, step === undefined ? [] : [step, ...steps]));
  }
  if (step === undefined) return node?.kind === "scalar" ? [{ value: node.value, node }] : [];
  return node?.kind === "mapping" ? textsAt(node.get(step), steps) : [];
}
