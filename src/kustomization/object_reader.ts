/**
 * Reads the fields of one object of a configuration file as Go's JSON decoder would: names in any case, null as absent,
 * text only from text, and (where `strict`) no field that nobody asked for.
 */

import { fail } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { followAlias } from "../yaml/value/plain.ts";
import { eachOnce } from "../yaml/value/expand.ts";
import { atPlace, type Dialect, Mapping, type Node } from "../yaml/tree/node.ts";
import { describeNode } from "../yaml/value/describe_node.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { formatFloat } from "../text/go_values.ts";
import { jsonScalar } from "./json_scalar.ts";

import type { Text, TextMap } from "./field_type.ts";

export interface ReaderMode {
  /** Unknown fields are refused; else they are ignored. */
  strict: boolean;
  /** Numbers and booleans are taken for text, as kustomize does in the settings of plugins. */
  coerce: boolean;
  /** Whether `yes`, `on` and the like are booleans (v2). */
  dialect: Dialect;
}

/** How a kustomization file is read. */
export const STRICT: ReaderMode = { strict: true, coerce: false, dialect: "v2" };
/** How the settings of a built-in plugin are read. */
export const LENIENT: ReaderMode = { strict: false, coerce: true, dialect: "v3" };
/** How the settings of plugins are read whose Go struct embeds all of them. */
export const LENIENT_EXACT: ReaderMode = { ...LENIENT, coerce: false };

interface FieldEntry {
  /** As written. */
  name: string;
  key: Node;
  value: Node;
}

export class ObjectReader {
  readonly node: Mapping;
  readonly mode: ReaderMode;
  /** What the object is called in messages, such as `images`. */
  readonly name: string;
  /** By name in lower case; several where names differ in case only. */
  readonly #entries = new Map<string, FieldEntry[]>();
  readonly #asked = new Map<string, string>();

  constructor(node: Mapping, name: string, mode: ReaderMode) {
    this.node = node;
    this.name = name;
    this.mode = mode;
    for (const [name, { key, value }] of jsonEntries(node, mode.dialect)) {
      const lower = name.toLowerCase();
      const same = this.#entries.get(lower);
      if (same === undefined) this.#entries.set(lower, [{ name, key, value }]);
      else {
        same.push({ name, key, value });
        // Go sorts the keys before it decodes them.
        same.sort((a, b) => a.name < b.name ? -1 : 1);
      }
    }
  }

  /** The known fields, among those asked for so far, that are there and not null. */
  fields(): string[] {
    return [...this.#asked.values()].filter((field) => this.has(field));
  }

  /** The value of a field, or undefined where it is absent or null. */
  value(field: string): Node | undefined {
    return this.#values(field).at(-1);
  }

  /** Whether the field is there and not null. */
  has(field: string): boolean {
    return this.value(field) !== undefined;
  }

  /** A text; "" where the field is absent. */
  text(field: string): string {
    return this.#read(field, (value) => this.#toText(value, field)) ?? "";
  }

  /** As `text`, with its place. */
  placedText(field: string): Text {
    const value = this.text(field);
    const node = this.value(field);
    return node === undefined ? { value } : { value, node };
  }

  /**
   * As `text`, but numbers and booleans are never taken for text: so it is for fields that come into an object from a Go
   * struct embedded in it.
   */
  exactText(field: string): string {
    return this.#read(field, (value) => this.#toText(value, field, false)) ?? "";
  }

  flag(field: string): boolean {
    return this.#read(field, (value) => {
      const flag = value.kind === "scalar" ? jsonScalar(value, this.mode.dialect) : undefined;
      return typeof flag === "boolean" ? flag : wrongType(field, "true or false", value);
    }) ?? false;
  }

  /** A whole number of 64 bits, exact; undefined where the field is absent. */
  integer(field: string): number | bigint | undefined {
    return this.#read(field, (value) => {
      const number = value.kind === "scalar" ? jsonScalar(value, this.mode.dialect) : undefined;
      const whole = typeof number === "number" && Number.isInteger(number) ? BigInt(number) : number;
      if (typeof whole !== "bigint" || BigInt.asIntN(64, whole) !== whole) {
        return wrongType(field, "a whole number", value);
      }
      return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole;
    });
  }

  /** A list of texts with their places; null items are "". */
  texts(field: string): Text[] {
    const entry = entryOf(field);
    return this.#items(field, (node) => ({ value: isNull(node) ? "" : this.#toText(node, entry), node }));
  }

  /** A map of texts in the order written; null values are "". */
  textMap(field: string): TextMap {
    const texts: TextMap = new Map();
    for (const value of this.#values(field)) {
      if (value.kind !== "mapping") return wrongType(field, "a mapping", value);
      for (const [key, { value: node }] of jsonEntries(value, this.mode.dialect)) {
        texts.set(key, isNull(node) ? "" : this.#toText(node, `${field}.${key}`));
      }
    }
    return texts;
  }

  /** A list of objects, each decoded by `decode`. */
  list<T>(field: string, decode: (item: ObjectReader) => T): T[] {
    return this.#items(field, (node) => {
      if (node.kind !== "mapping" && !isNull(node)) return wrongType(entryOf(field), "a mapping", node);
      return decodeObject(node, field, this.mode, decode);
    });
  }

  /** An object, or undefined where the field is absent. */
  object<T>(field: string, decode: (object: ObjectReader) => T): T | undefined {
    return this.#read(field, (value) => decodeObject(value, field, this.mode, decode));
  }

  /** A mapping of anything. */
  mapping(field: string): Mapping | undefined {
    return this.#read(field, (value) => value.kind === "mapping" ? value : wrongType(field, "a mapping", value));
  }

  /** Refuses fields that were not asked for. */
  end(): void {
    if (!this.mode.strict) return;
    for (const [lower, [first]] of this.#entries) {
      if (!this.#asked.has(lower)) unknownField(first!.name, first!.key, this.name, this.#asked.values());
    }
  }

  /** All values under the field's name, in whatever case, that are not null. */
  #values(field: string): Node[] {
    const lower = field.toLowerCase();
    this.#asked.set(lower, field);
    const entries = this.#entries.get(lower);
    return entries === undefined ? [] : entries.map(({ value }) => value).filter((value) => !isNull(value));
  }

  /** Reads every value, since each must be of the right type; the last one counts. */
  #read<T>(field: string, read: (value: Node) => T): T | undefined {
    return this.#values(field).map(read).at(-1);
  }

  #items<T>(field: string, read: (item: Node) => T): T[] {
    return this.#read(field, (value) => {
      return value.kind === "sequence"
        ? value.items.map((item) => read(followAlias(item)))
        : wrongType(field, "a list", value);
    }) ?? [];
  }

  #toText(node: Node, field: string, coerce = this.mode.coerce): string {
    if (node.kind !== "scalar") return wrongType(field, "a text", node);
    const value = jsonScalar(node, this.mode.dialect);
    if (typeof value === "string") return value;
    if (value === null) return "";
    if (coerce) return coercedText(value);
    return wrongType(field, "a text", node, `put it in quotes: "${node.value}"`);
  }
}

/** What a message calls an element of a list, so that it does not seem to speak of the list. */
function entryOf(field: string): string {
  return `an entry of '${field}'`;
}

/** Decodes one object with all its fields; null is an object without any. */
export function decodeObject<T>(node: Node, name: string, mode: ReaderMode, decode: (object: ObjectReader) => T): T {
  if (node.kind !== "mapping" && !isNull(node)) return wrongType(name, "a mapping", node);
  const reader = new ObjectReader(node.kind === "mapping" ? node : emptyMappingAt(node), name, mode);
  const decoded = decode(reader);
  reader.end();
  return decoded;
}

/**
 * The entries of a mapping as go-yaml v2 reads them, under the text of their keys and in their order: of a key given
 * twice the last counts, and so does what comes by a merge key (`<<`) over what stands before it.
 */
export function jsonEntries(mapping: Mapping, dialect: Dialect = "v2"): JsonEntries {
  return entriesOf(mapping, dialect, new Map());
}

type JsonEntries = Map<string, { key: Node; value: Node }>;

/** @param known Entries of mappings that were merged before: merges of merges would be read over and over. */
function entriesOf(mapping: Mapping, dialect: Dialect, known: Map<Mapping, JsonEntries>): JsonEntries {
  const entries: JsonEntries = new Map();
  for (const { key, value } of mapping.entries) {
    if (isMergeKey(key)) {
      for (const merged of eachOnce(mergedMappings(value))) {
        const more = known.get(merged) ?? entriesOf(merged, dialect, known);
        known.set(merged, more);
        for (const [name, entry] of more) entries.set(name, entry);
      }
    } else entries.set(decodedKey(key, dialect), { key, value: followAlias(value) });
  }
  return entries;
}

/** Earlier mappings of a list win, so they come last. */
function mergedMappings(value: Node): Mapping[] {
  const node = followAlias(value);
  if (node.kind === "mapping") return [node];
  const items = node.kind === "sequence" ? node.items.map(followAlias) : [node];
  return items.reverse().map((item) => item.kind === "mapping" ? item : wrongType("<<", "a mapping", item));
}

function isMergeKey(key: Node): boolean {
  return key.kind === "scalar" && key.value === "<<" && key.style === "plain" && key.tag !== "!!str";
}

function decodedKey(key: Node, dialect: Dialect): string {
  const node = followAlias(key);
  const value = node.kind === "scalar" ? jsonScalar(node, dialect) : null;
  if (value === null) fail("invalid-key", `a key must be a text, found ${describeNode(node, dialect)}`, atPlace(key));
  return typeof value === "string" ? value : coercedText(value);
}

function emptyMappingAt(node: Node): Mapping {
  return new Mapping([], node.source, node.start);
}

/** Refuses a field that its owner does not have. */
export function unknownField(name: string, key: Node, owner: string, known: Iterable<string>): never {
  const near = nearest(name, known);
  fail("unknown-field", `unknown field '${name}' in ${owner}`, {
    ...atPlace(key),
    ...(near === undefined ? {} : { hint: `did you mean '${near}'?` }),
  });
}

/** Refuses the value of a field, or of what `field` describes ("the configuration"), for what it is. */
export function wrongType(field: string, expected: string, found: Node, hint?: string): never {
  const subject = /^(?:the|an) /.test(field) ? field : `'${field}'`;
  fail("wrong-type", `${subject} must be ${expected}, found ${describeNode(found, "v2")}`, {
    ...atPlace(found),
    ...(hint === undefined ? {} : { hint }),
  });
}

/** What JSON has for null: what go-yaml reads as null. */
export { isNull as isJsonNull } from "../yaml/scalar/resolve.ts";

/** How a number or boolean is written if it is taken for text: integers in full, floats with the precision of 32 bits. */
function coercedText(value: number | bigint | boolean): string {
  return typeof value === "number" ? formatFloat(value, 32) : String(value);
}
