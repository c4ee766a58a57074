/**
 * Reads the fields of one object of a configuration file like Go's JSON decoder: field names in any case, null as
 * absent, only texts as text, and (if `strict`) no unknown fields.
 */

import { addToList } from "../text/multimap.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { Mapping, type Node, type Sequence } from "../yaml/tree/node.ts";
import { followAlias } from "../yaml/value/plain.ts";
import { failUnknownField, failWrongType, hintOfEntry, hintOfMapping } from "./field_errors.ts";
import type { Text, TextMap } from "./field_type.ts";
import { jsonEntries } from "./json/json_entries.ts";
import type { ReaderMode } from "./reader_mode.ts";
import { booleanOf, carried, failControl, integerOf, textOf } from "./scalar_fields.ts";
import { compareTexts } from "../text/compare.ts";

interface FieldEntry {
  /** The name as written. */
  name: string;
  key: Node;
  value: Node;
}

export class ObjectReader {
  readonly node: Mapping;
  readonly mode: ReaderMode;
  /** The object's name in messages, such as `images`. */
  readonly name: string;
  /** By lower-case name; several if names differ only in case. */
  readonly #entries = new Map<string, FieldEntry[]>();
  readonly #asked = new Map<string, string>();

  constructor(node: Mapping, name: string, mode: ReaderMode) {
    this.node = node;
    this.name = name;
    this.mode = mode;
    for (const [name, { key, value }] of jsonEntries(node, mode.dialect)) {
      addToList(this.#entries, name.toLowerCase(), { name, key, value });
    }
    // Go sorts the keys before it decodes them.
    for (const same of this.#entries.values()) same.sort((a, b) => compareTexts(a.name, b.name));
  }

  /** The known fields, among those read so far, that are present and not null. */
  fields(): string[] {
    return [...this.#asked.values()].filter((field) => this.has(field));
  }

  /** The value of a field, or undefined if it is absent or null. */
  value(field: string): Node | undefined {
    return this.#values(field).at(-1);
  }

  /** Whether the field is present and not null. */
  has(field: string): boolean {
    return this.value(field) !== undefined;
  }

  /** A text; "" if the field is absent. */
  text(field: string): string {
    return this.#read(field, (value) => textOf(value, field, this.mode)) ?? "";
  }

  /** Like `text`, with its place. */
  placedText(field: string): Text {
    const value = this.text(field);
    const node = this.value(field);
    return node === undefined ? { value } : { value, node };
  }

  /** Like `text`, but never accepts numbers and booleans: the rule for fields from an embedded Go struct. */
  exactText(field: string): string {
    return this.#read(field, (value) => textOf(value, field, this.mode, this.mode.direct === true)) ?? "";
  }

  flag(field: string): boolean {
    return this.#read(field, (value) => booleanOf(value, field, this.mode)) ?? false;
  }

  /** An exact 64-bit integer; undefined if the field is absent. */
  integer(field: string): number | bigint | undefined {
    return this.#read(field, (value) => integerOf(value, field, this.mode));
  }

  /** A list of texts with their places; null items are "". */
  texts(field: string): Text[] {
    const entry = entryOf(field);
    return this.#items(field, (node) => {
      if (node.kind === "mapping") {
        return failWrongType(entry, "a string", node, hintOfMapping(node, field, this.mode.dialect));
      }
      return { value: isNull(node) ? "" : textOf(node, entry, this.mode), node };
    });
  }

  /** A map of texts, in order; null values are "". */
  textMap(field: string): TextMap {
    const texts: TextMap = new Map();
    for (const value of this.#values(field)) {
      if (value.kind !== "mapping") return failWrongType(field, "a mapping", value);
      for (const [key, { value: node }] of jsonEntries(value, this.mode.dialect)) {
        if (key.includes("\x85")) failControl(key, field, node);
        texts.set(carried(key, field, node), isNull(node) ? "" : textOf(node, `${field}.${key}`, this.mode));
      }
    }
    return texts;
  }

  /** A map of switches, whose names are case-sensitive. */
  flagMap(field: string): Map<string, boolean> {
    const flags = new Map<string, boolean>();
    for (const value of this.#values(field)) {
      if (value.kind !== "mapping") return failWrongType(field, "a mapping", value);
      for (const [key, { value: node }] of jsonEntries(value, this.mode.dialect)) {
        flags.set(key, !isNull(node) && booleanOf(node, `${field}.${key}`, this.mode));
      }
    }
    return flags;
  }

  /** A list of objects, each decoded by `decode`; `known` are their fields. */
  list<T>(field: string, decode: (item: ObjectReader) => T, known: Iterable<string> = []): T[] {
    return this.#items(field, (node) => {
      if (node.kind !== "mapping" && !isNull(node)) {
        return failWrongType(entryOf(field), "a mapping", node, hintOfEntry(node, new Set(known)));
      }
      return decodeObject(node, field, this.mode, decode);
    });
  }

  /** An object, or undefined if the field is absent. */
  object<T>(field: string, decode: (object: ObjectReader) => T): T | undefined {
    return this.#read(field, (value) => decodeObject(value, field, this.mode, decode));
  }

  /** A mapping with any contents. */
  mapping(field: string): Mapping | undefined {
    return this.#read(field, (value) => value.kind === "mapping" ? value : failWrongType(field, "a mapping", value));
  }

  /** Rejects fields that have not been read. */
  end(): void {
    if (!this.mode.strict) return;
    for (const [lower, [first]] of this.#entries) {
      if (!this.#asked.has(lower)) failUnknownField(first!.name, first!.key, this.name, this.#asked.values());
    }
  }

  /** All values other than null of fields with this name, in any case. */
  #values(field: string): Node[] {
    const lower = field.toLowerCase();
    this.#asked.set(lower, field);
    const entries = this.#entries.get(lower);
    return entries === undefined ? [] : entries.map(({ value }) => value).filter((value) => !isNull(value));
  }

  /** Reads every value, since each must have the right type; the last one counts. */
  #read<T>(field: string, read: (value: Node) => T): T | undefined {
    return this.#values(field).map(read).at(-1);
  }

  #items<T>(field: string, read: (item: Node) => T): T[] {
    return this.#read(field, (value) => {
      return value.kind === "sequence" ? this.#itemsOf(value).map(read) : failWrongType(field, "a list", value);
    }) ?? [];
  }

  #itemsOf({ items }: Sequence): Node[] {
    const nodes = items.map((item) => followAlias(item));
    return this.mode.direct ? nodes.filter((node) => !isNull(node)) : nodes;
  }
}

/** The name of a list element in messages, to distinguish it from the list. */
function entryOf(field: string): string {
  return `an entry of '${field}'`;
}

/** Decodes one object; null is an object without fields. */
export function decodeObject<T>(node: Node, name: string, mode: ReaderMode, decode: (object: ObjectReader) => T): T {
  if (node.kind !== "mapping" && !isNull(node)) return failWrongType(name, "a mapping", node);
  const reader = new ObjectReader(node.kind === "mapping" ? node : emptyMappingAt(node), name, mode);
  const decoded = decode(reader);
  reader.end();
  return decoded;
}

function emptyMappingAt(node: Node): Mapping {
  return new Mapping([], node.source, node.start);
}
