/** The field that a place in a file belongs to. */

import { KustError, type Place } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import { escapePart, pointerParts } from "../text/json_pointer.ts";
import { parseDocuments } from "../yaml/read/parse.ts";
import type { Node } from "../yaml/tree/node.ts";

/** Finds fields; parses each file once. */
export class FieldFinder {
  readonly #pointers = new Map<Source, Map<number, string>>();

  /** A JSON pointer such as `/resources/0`; "" for the whole document, and if the text is not YAML. */
  fieldAt({ source, offset }: Place): string {
    let pointers = this.#pointers.get(source);
    if (pointers === undefined) this.#pointers.set(source, pointers = pointersIn(source));
    return pointers.get(offset) ?? "";
  }
}

function pointersIn(source: Source): Map<number, string> {
  const pointers = new Map<number, string>();
  try {
    for (const root of parseDocuments(source, { uniqueKeys: false })) collect(root, "", pointers);
  } catch (error) {
    if (!(error instanceof KustError)) throw error;
  }
  return pointers;
}

/** A mapping starts at its first key: the outermost node counts. */
function collect(node: Node, pointer: string, pointers: Map<number, string>): void {
  if (!pointers.has(node.start)) pointers.set(node.start, pointer);
  if (node.kind === "mapping") {
    for (const { key, value } of node.entries) {
      if (key.kind === "scalar") collect(value, `${pointer}/${escapePart(key.value)}`, pointers);
    }
  } else if (node.kind === "sequence") {
    for (const [index, item] of node.items.entries()) collect(item, `${pointer}/${index}`, pointers);
  }
}
/** A pointer for people: `patches[0].path`. */
export function fieldText(pointer: string): string {
  const parts = pointerParts(pointer);
  return parts.map((part, at) => /^\d+$/.test(part) ? `[${part}]` : at === 0 ? part : `.${part}`).join("");
}
