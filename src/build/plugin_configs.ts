/** Reads what stands under `generators`, `transformers` and `validators`: objects that configure plugins. */

import { KustError } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import type { Text } from "../kustomization/types.ts";
import { readResources } from "../model/read_resources.ts";
import type { Resource } from "../model/resource.ts";
import { addResources } from "./accumulate.ts";
import { Accumulator } from "./accumulator.ts";
import { appendToOrigin } from "./origin.ts";
import type { Target } from "./target.ts";

/** The configuring objects: those written inline come first, then those of files and folders. */
export async function loadPluginConfigs(target: Target, texts: readonly Text[]): Promise<readonly Resource[]> {
  if (texts.length === 0) return [];
  const configs = new Accumulator();
  const paths: Text[] = [];
  for (const text of texts) {
    const inline = readInline(target, text);
    if (inline === undefined) paths.push(text);
    else configs.set.appendAll(inline);
  }
  await addResources(target, paths, configs);
  return configs.set.resources;
}

/** The objects in a text that is itself YAML of objects; undefined for what must be a path. */
function readInline({ build, origin, file }: Target, { value }: Text): Resource[] | undefined {
  try {
    const resources = readResources(new Source(`an inline plugin of ${file}`, value), build.isClusterScoped);
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
