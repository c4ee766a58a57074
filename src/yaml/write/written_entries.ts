/** The entries of a mapping that kustomize writes: it decodes a resource into Go's maps before it does. */

import { isAsciiLetter } from "../../text/chars.ts";
import { type Entry, Mapping, scalarText } from "../tree/node.ts";
import { expandAliases } from "../value/expand.ts";
import { isMergeKey } from "../value/merge_sources.ts";
import { isNullKey } from "../value/null_keys.ts";
import { checkUniqueKeys } from "../value/unique_keys.ts";

/** Without top-level keys that are null, which go-yaml passes over. Throws `invalid-key` if it finds one twice. */
export function withoutNullKeys(entries: Entry[]): Entry[] {
  if (!entries.some(isNullKey)) return entries;
  checkUniqueKeys({ entries });
  return entries.filter((entry) => !isNullKey(entry));
}

/**
 * With the entries that a merge key adds, if a field path has created one; undefined if there is none. Throws
 * `invalid-merge` if its value is not a mapping.
 *
 * @param ordered In the order of the output, in which letters come last.
 */
export function withMerged(ordered: Entry[]): Entry[] | undefined {
  for (const { key } of ordered) {
    if (isAsciiLetter(scalarText(key).charCodeAt(0))) return undefined;
    if (!isMergeKey(key)) continue;
    const expanded = expandAliases(new Mapping([...ordered]));
    return expanded.kind === "mapping" ? expanded.entries : undefined;
  }
  return undefined;
}
