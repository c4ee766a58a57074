/** Tells strategic merge patches from JSON patches, and reads either. */

import type { Source } from "../../diagnostics/source.ts";
import { readResources } from "../../model/read_resources.ts";
import type { IsClusterScoped, Resource } from "../../model/resource.ts";
import { isList, type JsonPatch, readJsonPatch } from "../../json_patch/read.ts";

/** What a text holds; no resources at all is a patch that does nothing. */
export type ReadPatch = { kind: "merge"; patches: Resource[] } | { kind: "json"; patch: JsonPatch };

/** Strategic merge patches, in which a key may stand twice: what a merge does not use, kustomize never looks at. */
export function readMergePatches(source: Source, isClusterScoped: IsClusterScoped): Resource[] {
  return readResources(source, isClusterScoped, { uniqueKeys: false });
}

/** The patches in a text, which is a JSON patch where it is a list with something in it. */
export function readPatch(source: Source, isClusterScoped: IsClusterScoped): ReadPatch {
  if (!isList(source)) return { kind: "merge", patches: readMergePatches(source, isClusterScoped) };
  const patch = readJsonPatch(source);
  return patch.isEmpty ? { kind: "merge", patches: [] } : { kind: "json", patch };
}
