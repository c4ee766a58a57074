/** Gets the text of a patch, which may be inline or in a file, and tells strategic merge patches from JSON patches. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { isList, type JsonPatch, readJsonPatch } from "../../json_patch/read.ts";
import type { Patch, Text } from "../../kustomization/types.ts";
import { readResources } from "../../model/read_resources.ts";
import type { Resource } from "../../model/resource.ts";
import { inlineOrPath } from "../../yaml/read/inline_or_path.ts";
import { inlineSource } from "../../yaml/read/inline_source.ts";
import { atPlace } from "../../yaml/tree/node.ts";
import type { ConfigureContext } from "../transform.ts";

export interface PatchTextOptions {
  /** Whether white space around an inline text is left out, and alone is no text at all. */
  trim: boolean;
  /** The field of an inline text, for messages. */
  field: string;
}

/** The text of an entry: its own, or that of the file that it names. Throws `invalid-patch` unless there is just one. */
export function textOfPatch(
  { path, patch, node }: Patch,
  { readText }: ConfigureContext,
  { trim, field }: PatchTextOptions,
): Source {
  const isInline = (trim ? patch.value.trim() : patch.value) !== "";
  if (isInline === (path.value !== "")) {
    const problem = isInline ? "takes only one of" : "needs one of";
    fail("invalid-patch", `a patch ${problem} '${field}' and 'path'`, atPlace(node));
  }
  return isInline ? inlineSource(patch.node, patch.value, "an inline patch", trim) : readText(path.value, path.node);
}

/** The patches in a text. */
export interface MergePatches {
  source: Source;
  patches: Resource[];
}

/** The patches of an entry of `patchesStrategicMerge`: its text is patches itself, or the path of a file. */
export function patchesOrPath(entry: Text, { readText }: ConfigureContext): MergePatches {
  const read = (source: Source) => ({ source, patches: readMergePatches(source) });
  return inlineOrPath(entry, "an inline patch", read) ?? read(readText(entry.value, entry.node));
}

/** What a text holds; no resources at all is a patch that does nothing. */
export type ReadPatch = { kind: "merge"; patches: Resource[] } | { kind: "json"; patch: JsonPatch };

/** The patches in a text, which is a JSON patch if it is a list with something in it. */
export function readPatch(source: Source): ReadPatch {
  if (!isList(source)) return { kind: "merge", patches: readMergePatches(source) };
  const patch = readJsonPatch(source);
  return patch.isEmpty ? { kind: "merge", patches: [] } : { kind: "json", patch };
}

/** Strategic merge patches, in which a key may stand twice: what a merge does not use, kustomize never looks at. */
export function readMergePatches(source: Source): Resource[] {
  return readResources(source, { uniqueKeys: false });
}
