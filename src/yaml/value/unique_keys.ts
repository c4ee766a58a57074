/** Keys that occur twice in a mapping. kustomize rejects them when it converts a node to a Go value, and not before. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { atPlace } from "../tree/place.ts";
import { type Entry, type Mapping, type Node, scalarText } from "../tree/node.ts";
import { describeNode } from "./describe_node.ts";
import { isNull } from "../scalar/resolve.ts";
import { pushAll } from "../../text/push_all.ts";

/** Up to this many entries, comparing all pairs of keys is faster than a Set. */
const FEW_ENTRIES = 8;

/** Checks a node and everything in it. */
export function checkAllUniqueKeys(node: Node): void {
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === "sequence") pushAll(waiting, next.items);
    if (next.kind !== "mapping") continue;
    checkUniqueKeys(next);
    for (const { key, value } of next.entries) waiting.push(key, value);
  }
}

/** Rejects a mapping with two keys of the same kind and text: go-yaml compares them before it considers tags. */
export function checkUniqueKeys({ entries }: Pick<Mapping, "entries">): void {
  if (entries.length < 2) return;
  if (entries.length > FEW_ENTRIES) return checkManyKeys(entries);
  for (let i = 1; i < entries.length; i++) {
    const text = keyText(entries[i]!.key);
    for (let j = 0; j < i; j++) {
      if (keyText(entries[j]!.key) === text) failDuplicate(entries[i]!.key, entries[j]!.key);
    }
  }
}

function checkManyKeys(entries: Entry[]): void {
  const seen = new Map<string, Node>();
  for (const { key } of entries) {
    const text = keyText(key);
    const first = seen.get(text);
    if (first !== undefined) failDuplicate(key, first);
    seen.set(text, key);
  }
}

/** The entries by the text of their keys, for steps before the check: the first of several equal keys counts. */
export function firstEntries({ entries }: Mapping): Map<string, Entry> {
  const byKey = new Map<string, Entry>();
  for (const entry of entries) {
    const key = scalarText(entry.key);
    if (!byKey.has(key)) byKey.set(key, entry);
  }
  return byKey;
}

/** A text that is equal for equal keys, and differs for other keys of the same kind. */
function keyText(key: Node): string {
  if (key.kind === "scalar") return key.value;
  return key.kind === "alias" ? `\0*${key.anchor}` : `\0${key.kind}`;
}

/** @param first The first occurrence of the key. */
export function failDuplicate(key: Node, first: Node): never {
  // The user has written a null key once: see `repeatNullKeys`.
  if (isNull(key)) failOnKey(key);
  const text = key.kind === "scalar" ? ` ${JSON.stringify(key.value)}` : "";
  fail("duplicate-key", `duplicate key${text} in this mapping`, {
    ...atPlace(key),
    notes: [{ message: "the first one is here", ...atPlace(first) }],
  });
}

export function failOnKey(key: Node): never {
  fail("invalid-key", `a key must be a string, found ${describeNode(key)}`, {
    ...atPlace(key),
    hint: "put the key in quotes",
  });
}
