/** Reads the text of a patch, inline or in a file, and distinguishes strategic merge patches from JSON patches. */

import { fail, KustError } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { isList, JsonPatch, readJsonPatch, readJsonValue } from "../../json_patch/read.ts";
import type { Patch, Text } from "../../kustomization/types.ts";
import { readResources } from "../../model/read/read_resources.ts";
import type { Resource } from "../../model/resource.ts";
import { inlineOrPath } from "../../yaml/read/inline_or_path.ts";
import { inlineSource } from "../../yaml/read/inline_source.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import type { ConfigureContext } from "../transform.ts";
import { trimSpace } from "../../text/white_space.ts";

export interface PatchTextOptions {
  /** Whether to strip white space around an inline text, so that white space alone counts as no text. */
  trim: boolean;
  /** The field of an inline text, for messages. */
  field: string;
}

/** The text of an entry, inline or from the file it names. Throws `invalid-patch` unless there is exactly one. */
export function textOfPatch(
  { path, patch, node }: Patch,
  { readText }: ConfigureContext,
  { trim, field }: PatchTextOptions,
): Source {
  const isInline = (trim ? trimSpace(patch.value) : patch.value) !== "";
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

/** The patches of an entry of `patchesStrategicMerge`: inline, or in a file. */
export function patchesOrPath(entry: Text, { readText }: ConfigureContext): MergePatches {
  const read = (source: Source) => ({ source, patches: readMergePatches(source) });
  return inlineOrPath(entry, "an inline patch", read) ?? read(readText(entry.value, entry.node));
}

/** The contents of a text; without any resources, it is a patch that does nothing. */
export type ReadPatch = { kind: "merge"; patches: Resource[] } | { kind: "json"; patch: JsonPatch };

/**
 * The patches in a text, which is a JSON patch if it is a nonempty list. An empty one in brackets may be followed by
 * other text, which go-yaml does not read; then the patch does nothing.
 */
export function readPatch(source: Source): ReadPatch {
  if (!isList(source)) return readMapping(source);
  try {
    const patch = readJsonPatch(source);
    return patch.isEmpty ? { kind: "merge", patches: [] } : { kind: "json", patch };
  } catch (error) {
    return { kind: "merge", patches: readOr(error, source) };
  }
}

/** Sic: below a document without content anything may follow, since `null` is a JSON patch that does nothing. */
function readMapping(source: Source): ReadPatch {
  try {
    return { kind: "merge", patches: readMergePatches(source) };
  } catch (error) {
    if (!(error instanceof KustError) || readJsonValue(source) !== null) throw error;
    return { kind: "json", patch: new JsonPatch(null) };
  }
}

function readOr(error: unknown, source: Source): Resource[] {
  try {
    return readMergePatches(source);
  } catch {
    throw error;
  }
}

/**
 * Strategic merge patches. They may have repeated keys, since kustomize never checks the parts that a merge does not
 * use.
 */
export function readMergePatches(source: Source): Resource[] {
  return readResources(source);
}
