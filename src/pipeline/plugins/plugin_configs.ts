/** Reads the objects that configure plugins, under `generators`, `transformers` and `validators`. */

import { resourceToJson } from "../../json_patch/nodes.ts";
import { pathsIn } from "../../kustomization/paths.ts";
import type { Text } from "../../kustomization/types.ts";
import { readResources } from "../../model/read/read_resources.ts";
import { type Resource, updateHistory } from "../../model/resource.ts";
import { inlineOrPath } from "../../yaml/read/inline_or_path.ts";
import { Accumulator } from "../context/accumulator.ts";
import { appendToOrigin } from "../context/origin.ts";
import { fetchHttpFiles } from "../context/fetch_files.ts";
import type { Target } from "../context/target.ts";
import { settingsOf } from "./registry.ts";

/** Adds the resources that paths lead to: `addResources` of `accumulate.ts`. */
export type AddResources = (target: Target, paths: readonly Text[], into: Accumulator) => Promise<void>;

/** The objects: inline ones first, then those of files and folders. */
export async function loadPluginConfigs(
  target: Target,
  texts: readonly Text[],
  addResources: AddResources,
): Promise<readonly Resource[]> {
  if (texts.length === 0) return [];
  const configs = new Accumulator(target.build.schema, target.loader.files.growth);
  const paths: Text[] = [];
  for (const text of texts) {
    const inline = readInline(target, text);
    if (inline === undefined) paths.push(text);
    else configs.set.appendAll(inline);
  }
  await addResources(target, paths, configs);
  const { resources } = configs.set;
  for (const config of resources) {
    // A plugin receives its settings as JSON, so keys that are not text, or occur twice, are rejected.
    resourceToJson(config.node);
    const settings = settingsOf(config);
    if (settings !== undefined) await fetchHttpFiles(target.loader, pathsIn(settings.fields, config.node));
  }
  return resources;
}

/** The objects in an inline text; undefined if the text must be a path. */
function readInline({ origin, file }: Target, text: Text): Resource[] | undefined {
  const resources = inlineOrPath(text, "an inline plugin", (source) => readResources(source));
  if (origin !== undefined) {
    const own = appendToOrigin(origin, file);
    for (const resource of resources ?? []) updateHistory(resource, { origin: own });
  }
  return resources;
}
