/**
 * A patched object as kustomize reads it back: it writes the object as YAML, with sorted keys. The places in this text
 * matter for the hashes of kinds other than ConfigMap and Secret.
 */

import { Source } from "../../diagnostics/source.ts";
import { jsonToNode } from "../../json_patch/nodes.ts";
import type { JsonValue } from "../../json_patch/value.ts";
import { isDigit } from "../../text/chars.ts";
import { pushAll } from "../../text/push_all.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import { type Entry, type Node, scalarText } from "../../yaml/tree/node.ts";
import { compareKeys } from "../../yaml/write/key_order.ts";
import { printStyled } from "../../yaml/write/print_styled.ts";

/** The object itself keeps its place. `name` is the name of the text, for messages. */
export function readBack(document: JsonValue, name: string): Node | undefined {
  const root = jsonToNode(document);
  const { source, start } = root;
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    node.source = undefined;
    if (node.kind === "sequence") pushAll(waiting, node.items);
    if (node.kind !== "mapping") continue;
    node.entries.sort(compareEntries);
    for (const { value } of node.entries) waiting.push(value);
  }
  const again = parseDocument(new Source(name, printStyled(root)));
  return again && Object.assign(again, { source, start });
}

/** As go-yaml v2, except that a letter after a digit comes first. */
function compareEntries(a: Entry, b: Entry): number {
  const [x, y] = [scalarText(a.key), scalarText(b.key)];
  let at = 0;
  while (at < x.length && x[at] === y[at]) at++;
  const [isLetterX, isLetterY] = [isLetterAt(x, at), isLetterAt(y, at)];
  if (at < x.length && at < y.length && isLetterX !== isLetterY && isDigit(x.charCodeAt(at - 1))) {
    return isLetterX ? -1 : 1;
  }
  return compareKeys(x, y);
}

function isLetterAt(text: string, at: number): boolean {
  return /^\p{L}/u.test(text.slice(at, at + 2));
}
