/**
 * The canonical print: what kustomize writes at the end of a build.
 *
 * kustomize gets there by writing with go-yaml v3, reading that, writing JSON, and reading and writing that with go-yaml v2.
 * Here it is one walk, with a stack of its own as nesting may be deep.
 */

import { fail } from "../diagnostics/diagnostic.ts";
import { isBreak } from "./chars.ts";
import { compareKeys } from "./key_order.ts";
import { type Alias, atPlace, type Mapping, type Node, type Sequence } from "./node.ts";
import { MAX_DEPTH } from "./parse_state.ts";
import { keyText, printScalar, rootKeyText } from "./print_scalar.ts";
import { followAlias } from "./plain.ts";
import { isSimpleKey, printSimpleKey, printString } from "./print_string.ts";

export interface PrintOptions {
  /** Whether keys are written in go-yaml v2's order; true unless set. */
  sortKeys?: boolean;
}

/** A key as text, with the value to write under it. */
interface Field {
  key: string;
  node: Node;
  value: Node;
}

/** A collection that is being written. */
interface Frame {
  /** The fields in the order of writing, of a mapping. */
  fields: Field[] | undefined;
  /** The items of a list. */
  items: Node[] | undefined;
  next: number;
  indent: number;
  /** Whether the first line is begun already, by `- ` or `: `. */
  inline: boolean;
  /** Whether brackets were around the contents in the input. */
  flow: boolean;
}

/**
 * One document as kustomize writes it, with a line break at its end. Fails, with the place, on what kustomize cannot
 * write: keys that are no text, infinite numbers, texts whose tag they do not fit.
 */
export function print(node: Node, { sortKeys = true }: PrintOptions = {}): string {
  return new Printer(sortKeys).print(node);
}

class Printer {
  readonly #sortKeys: boolean;
  readonly #stack: Frame[] = [];
  #out = "";

  constructor(sortKeys: boolean) {
    this.#sortKeys = sortKeys;
  }

  print(root: Node): string {
    const node = followAlias(root);
    if (!isNested(node)) return lineOf(node, 0, 2, false);
    this.#open(node, 0, true, false);
    for (let frame = this.#stack.at(-1); frame !== undefined; frame = this.#stack.at(-1)) {
      if (frame.fields !== undefined) this.#field(frame, frame.fields);
      else this.#item(frame, frame.items!);
    }
    return this.#out;
  }

  /** Writes the next field of a mapping, or ends it. */
  #field(frame: Frame, fields: Field[]): void {
    const field = this.#begin(frame, fields);
    if (field === undefined) return;
    const { indent, flow } = frame;
    if (!isSimpleKey(field.key)) {
      this.#out += "? " + endLine(printString(field.key, indent + 2, indent + 2)) + pad(indent) + ":";
      return this.#child(field.value, indent, flow);
    }
    const key = printSimpleKey(field.key);
    const value = followAlias(field.value);
    if (!isNested(value)) {
      this.#out += key + ": " + lineOf(value, indent + key.length + 2, indent + 2, flow);
    } else {
      this.#out += key + ":\n";
      // A list stands in the column of its key, a mapping two further.
      this.#open(value, value.kind === "sequence" ? indent : indent + 2, false, flow);
    }
  }

  /** Writes the next item of a list, or ends it. */
  #item(frame: Frame, items: Node[]): void {
    const item = this.#begin(frame, items);
    if (item === undefined) return;
    this.#out += "-";
    this.#child(item, frame.indent, frame.flow);
  }

  /** The next of a collection's contents, with its line begun; nothing where there is no more, and the frame is left. */
  #begin<T>(frame: Frame, contents: T[]): T | undefined {
    const index = frame.next++;
    if (index === contents.length) {
      this.#stack.pop();
      return undefined;
    }
    if (index > 0 || !frame.inline) this.#out += pad(frame.indent);
    return contents[index];
  }

  /** Writes what follows `-`, or the `:` of a key with `?`, on the same line. */
  #child(node: Node, indent: number, flow: boolean): void {
    const value = followAlias(node);
    this.#out += " ";
    if (!isNested(value)) this.#out += lineOf(value, indent + 2, indent + 2, flow);
    else this.#open(value, indent + 2, true, flow);
  }

  #open(node: Mapping | Sequence, indent: number, inline: boolean, outerFlow: boolean): void {
    const flow = outerFlow || node.flow;
    const fields = node.kind === "mapping" ? this.#fields(node) : undefined;
    const items = node.kind === "sequence" ? node.items : undefined;
    this.#stack.push({ fields, items, next: 0, indent, inline, flow });
    if (this.#stack.length > MAX_DEPTH) {
      fail("too-deep", `collections are nested more than ${MAX_DEPTH} levels deep`, atPlace(node));
    }
  }

  /** The fields of a mapping in the order of writing. */
  #fields(node: Mapping): Field[] {
    const textOf = this.#stack.length === 0 ? rootKeyText : keyText;
    const fields = node.entries.map(({ key, value }) => ({ key: textOf(key), node: key, value }));
    if (!this.#sortKeys) return fields;
    let sorted = true;
    for (let i = 1; sorted && i < fields.length; i++) sorted = compareKeys(fields[i - 1]!.key, fields[i]!.key) < 0;
    if (sorted) return fields;
    fields.sort((a, b) => compareKeys(a.key, b.key));
    for (let i = 1; i < fields.length; i++) {
      if (fields[i - 1]!.key === fields[i]!.key) failOnDuplicate(fields[i]!.node);
    }
    return fields;
  }
}

function failOnDuplicate(key: Node): never {
  fail("duplicate-key", `the key ${JSON.stringify(keyText(key))} is in this mapping twice`, atPlace(key));
}

/** Whether a node takes lines of its own: a collection that is not empty. */
function isNested(node: Exclude<Node, Alias>): node is Mapping | Sequence {
  if (node.kind === "scalar") return false;
  return node.kind === "mapping" ? node.entries.length > 0 : node.items.length > 0;
}

/** What is not nested, with the line break at its end. */
function lineOf(node: Exclude<Node, Alias>, column: number, indent: number, flow: boolean): string {
  if (node.kind === "scalar") return endLine(printScalar(node, column, indent, flow));
  return node.kind === "mapping" ? "{}\n" : "[]\n";
}

/** Ends the line; a block scalar has done so by its last line break. */
function endLine(text: string): string {
  return isBreak(text.charCodeAt(text.length - 1)) ? text : text + "\n";
}

function pad(indent: number): string {
  return " ".repeat(indent);
}
