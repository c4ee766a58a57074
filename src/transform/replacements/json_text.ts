/** A document as JSON in the form of Go's `encoding/json`, after go-yaml v3 has decoded it. */

import type { Compat } from "../../compat/compat.ts";
import { type Entry, type Mapping, type Node, scalarText, stringScalar } from "../../yaml/tree/node.ts";
import { resolveScalar } from "../../yaml/scalar/resolve.ts";
import { isMergeKey, mergeSources } from "../../yaml/value/merge_sources.ts";
import { encodeJson } from "../../yaml/value/json.ts";
import { toPlain } from "../../yaml/value/plain.ts";
import { isTextKey, printedKey } from "../../yaml/write/print_scalar.ts";
import { pushAll } from "../../text/push_all.ts";

/** Changes `document`. Fails if it has keys or merges that cannot be decoded or written. */
export function jsonText(document: Node, indent: string, compat: Compat): string {
  resolveMerges(document);
  return encodeJson(toPlain(document, compat.has("integer-keys") ? jsonKey : undefined), indent);
}

/** The text of a key, with integers, timestamps and binaries as texts. Fails on other keys. */
function jsonKey(key: Node): string {
  const { tag, value } = key.kind === "scalar" ? resolveScalar(key) : {};
  return tag === "!!binary" ? value as string : printedKey(key);
}

/** Replaces each merge key by the entries that it brings. */
function resolveMerges(root: Node): void {
  const waiting = [root];
  const seen = new Set<Node>();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === "alias") waiting.push(node.target);
    else if (node.kind === "sequence") pushAll(waiting, node.items);
    else if (node.kind === "mapping") {
      node.entries = mergedEntries(node);
      pushAll(waiting, node.entries.map(({ value }) => value));
    }
  }
}

function mergedEntries({ entries }: Mapping): Entry[] {
  const merge = entries.find(({ key }) => isMergeKey(key));
  if (merge === undefined) return entries;
  const own = entries.filter((entry) => entry !== merge);
  // go-yaml decodes a mapping of texts as such, with any scalar that is merged into it as a text.
  const hasTexts = own.every(({ key }) => isTextKey(key));
  const merged = new Map<string, Entry>();
  for (const source of mergeSources(merge.value)) {
    for (const { key, value } of mergedEntries(source)) {
      const text = scalarText(key);
      merged.set(text, { key: hasTexts && key.kind === "scalar" ? stringScalar(text) : key, value });
    }
  }
  for (const { key } of own) if (key.kind === "scalar") merged.delete(key.value);
  return [...own, ...merged.values()];
}
