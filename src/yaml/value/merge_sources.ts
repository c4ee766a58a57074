/** Merge keys (`<<`), and the mappings that they name. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { atPlace } from "../tree/place.ts";
import type { Entry, Mapping, Node } from "../tree/node.ts";
import { pushAll } from "../../text/push_all.ts";

/** Throws `duplicate-key` if a mapping has another merge key than `merge`. */
export function refuseSecond({ entries }: Mapping, merge: Entry): void {
  const second = entries.find(({ key }) => key !== merge.key && isMergeKey(key));
  if (second === undefined) return;
  fail("duplicate-key", "a mapping can have only one merge key", {
    ...atPlace(second.key),
    notes: [{ message: "the first one is here", ...atPlace(merge.key) }],
    hint: "merge several mappings by a list: '<<: [*a, *b]'",
  });
}

/**
 * Mappings in merge order, with at most two occurrences of each: the first decides the position of new keys, the last
 * their values.
 */
export function eachOnce(sources: Mapping[]): Mapping[] {
  const last = new Map(sources.map((source, index) => [source, index]));
  const seen = new Set<Mapping>();
  return sources.filter((source, index) => {
    const isFirst = !seen.has(source);
    seen.add(source);
    return isFirst || last.get(source) === index;
  });
}

export function isMergeKey(key: Node): boolean {
  if (key.kind !== "scalar") return false;
  return key.tag === "!!merge" || (key.value === "<<" && key.tag === "" && key.style === "plain");
}

/** The mappings that a merge key names: the last of a list first, because earlier ones take precedence. */
export function mergeSources(value: Node): Mapping[] {
  if (value.kind === "mapping") return [value];
  if (value.kind === "alias" && value.target.kind === "mapping") return [value.target];
  if (value.kind !== "sequence") failMerge(value);
  const sources: Mapping[] = [];
  for (const item of value.items) {
    if (item.kind === "sequence") failMerge(item);
    pushAll(sources, mergeSources(item));
  }
  return sources.reverse();
}

function failMerge(value: Node): never {
  fail("invalid-merge", "the value of << must be a mapping, or a list of mappings", atPlace(value));
}
