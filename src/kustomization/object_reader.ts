/**
 * Reads the fields of one object of a configuration file like Go's JSON decoder: field names in any case, null as
 * absent, only texts as text, and (if `strict`) no unknown fields.
 */

import { type Compat, NEWEST } from "../compat/compat.ts";
import { fail } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/did_you_mean.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { followAlias } from "../yaml/value/plain.ts";
import { eachOnce } from "../yaml/value/expand.ts";
import { atPlace, type Dialect, Mapping, type Node, type Scalar, type Sequence } from "../yaml/tree/node.ts";
import { describeNode } from "../yaml/value/describe_node.ts";
import { isNull, resolvePlain } from "../yaml/scalar/resolve.ts";
import { formatFloat } from "../text/go_values.ts";
import { addToList } from "../text/multimap.ts";
import { REFUSED_AFTER_JSON, throughJson } from "../yaml/scalar/round_trip.ts";
import { jsonScalar } from "./json_scalar.ts";
import type { Text, TextMap } from "./field_type.ts";

export interface ReaderMode {
  /** Whether unknown fields are rejected or ignored. */
  strict: boolean;
  /** Whether numbers and booleans are accepted as text, as in the settings of plugins. */
  coerce: boolean;
  /** v2 treats `yes`, `on` and the like as booleans. */
  dialect: Dialect;
  /** The release that decides which fields exist. */
  compat: Compat;
  /**
   * Whether kustomize decodes the object with go-yaml v3 alone, without JSON in between: any scalar is a text, `"yes"`
   * is true, and null items are left out.
   */
  direct?: true;
}

/** The mode for kustomization files. */
export const STRICT: ReaderMode = { strict: true, coerce: false, dialect: "v2", compat: NEWEST };
/** The mode for the settings of built-in plugins. */
export const LENIENT: ReaderMode = { strict: false, coerce: true, dialect: "v3", compat: NEWEST };
/** The mode for the settings of plugins whose Go struct embeds all of them. */
export const LENIENT_EXACT: ReaderMode = { ...LENIENT, coerce: false };

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
    for (const same of this.#entries.values()) same.sort((a, b) => a.name < b.name ? -1 : 1);
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
    return this.#read(field, (value) => this.#toText(value, field)) ?? "";
  }

  /** Like `text`, with its place. */
  placedText(field: string): Text {
    const value = this.text(field);
    const node = this.value(field);
    return node === undefined ? { value } : { value, node };
  }

  /** Like `text`, but never accepts numbers and booleans: the rule for fields from an embedded Go struct. */
  exactText(field: string): string {
    return this.#read(field, (value) => this.#toText(value, field, this.mode.direct === true)) ?? "";
  }

  flag(field: string): boolean {
    return this.#read(field, (value) => this.#booleanOf(value, field)) ?? false;
  }

  /** An exact 64-bit integer; undefined if the field is absent. */
  integer(field: string): number | bigint | undefined {
    return this.#read(field, (value) => {
      const number = value.kind === "scalar" ? jsonScalar(value, this.mode.dialect) : undefined;
      const whole = typeof number === "number" && Number.isInteger(number) ? BigInt(number) : number;
      if (typeof whole !== "bigint" || BigInt.asIntN(64, whole) !== whole) {
        return failWrongType(field, "an integer", value);
      }
      return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole;
    });
  }

  /** A list of texts with their places; null items are "". */
  texts(field: string): Text[] {
    const entry = entryOf(field);
    return this.#items(field, (node) => {
      if (node.kind === "mapping") {
        return failWrongType(entry, "a text", node, hintOfMapping(node, field, this.mode.dialect));
      }
      return { value: isNull(node) ? "" : this.#toText(node, entry), node };
    });
  }

  /** A map of texts, in order; null values are "". */
  textMap(field: string): TextMap {
    const texts: TextMap = new Map();
    for (const value of this.#values(field)) {
      if (value.kind !== "mapping") return failWrongType(field, "a mapping", value);
      for (const [key, { value: node }] of jsonEntries(value, this.mode.dialect)) {
        if (key.includes("\x85")) failControl(node);
        texts.set(carried(key, node), isNull(node) ? "" : this.#toText(node, `${field}.${key}`));
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
        flags.set(key, !isNull(node) && this.#booleanOf(node, `${field}.${key}`));
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

  #booleanOf(node: Node, field: string): boolean {
    const flag = node.kind === "scalar" ? this.#toFlag(node) : undefined;
    return typeof flag === "boolean" ? flag : failWrongType(field, "true or false", node);
  }

  #toFlag(node: Scalar): unknown {
    const value = jsonScalar(node, this.mode.dialect);
    const isWord = this.mode.direct && typeof value === "string" && resolvePlain(value) === undefined;
    return isWord ? resolvePlain(value, "v2")?.value : value;
  }

  #toText(node: Node, field: string, coerce = this.mode.coerce): string {
    if (node.kind !== "scalar") return failWrongType(field, "a string", node);
    const value = jsonScalar(node, this.mode.dialect);
    if (typeof value === "string") return carried(value, node);
    if (value === null) return "";
    if (coerce) return coercedText(value);
    return failWrongType(field, "a string", node, `put it in quotes: "${node.value}"`);
  }
}

/** A text as a transformer receives it: kustomize writes the settings as JSON, and reads them with go-yaml v2. */
function carried(text: string, node: Node): string {
  if (REFUSED_AFTER_JSON.test(text)) failControl(node);
  return text.includes("\x85") ? throughJson(text) : text;
}

function failControl(node: Node): never {
  fail("unsupported-yaml", "kustomize cannot read a setting with this control character", {
    ...atPlace(node),
    hint: "move the text into a file",
  });
}

/**
 * A hint to write an entry that is a mapping as text: `FOO=bar` for `FOO: bar` in `literals`, `x` for `path: x` in
 * `resources`.
 */
function hintOfMapping({ entries }: Mapping, field: string, dialect: Dialect): string | undefined {
  const [first, second] = entries;
  if (first?.key.kind !== "scalar" || first.value.kind !== "scalar" || second !== undefined) return undefined;
  const value = isNull(first.value) ? "" : first.value.value;
  if (field === "literals" || field === "files") return `write '- ${first.key.value}=${value}'`;
  const isName = ["path", "name", "file", "url"].includes(first.key.value) && jsonScalar(first.value, dialect) !== null;
  return isName ? `write '- ${value}'` : undefined;
}

/** A hint to write an entry that is a text as an object: most such texts are its path or name. */
function hintOfEntry(node: Node, known: ReadonlySet<string>): string | undefined {
  if (node.kind !== "scalar") return undefined;
  const { value } = node;
  const [, key = "", rest = ""] = /^(\w+):(?!\/\/)(.*)$/s.exec(value) ?? [];
  const [, image, tag] = /^(.+):([^/:]+)$/.exec(value) ?? [];
  if (known.has("newTag") && image !== undefined && !known.has(key)) {
    return `write '- {name: ${image}, newTag: "${tag}"}'`;
  }
  if (known.has(key)) return `a space is missing after ':', write '${key}: ${rest}'`;
  const field = known.has("patch") && /[\n{[]/.test(value)
    ? "patch"
    : ["path", "name", "pairs"].find((name) => known.has(name));
  if (field === undefined) return undefined;
  const shown = field === "pairs" ? value.replace(/^([^:=]*)[:=]\s*(.*)$/, "{$1: $2}") : value;
  return /[\n]/.test(value) ? `write the text under '${field}: |-'` : `write '- ${field}: ${shown}'`;
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

/**
 * The entries of a mapping as go-yaml v2 reads them, by the text of their keys and in order. The last of repeated keys
 * counts, and a merge key (`<<`) overrides entries before it.
 */
export function jsonEntries(mapping: Mapping, dialect: Dialect = "v2"): JsonEntries {
  return entriesOf(mapping, dialect, new Map());
}

type JsonEntries = Map<string, { key: Node; value: Node }>;

/** @param known Entries of mappings merged before, to avoid visiting nested merges again and again. */
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

/** Earlier mappings of a list take precedence, so they come last. */
function mergedMappings(value: Node): Mapping[] {
  const node = followAlias(value);
  if (node.kind === "mapping") return [node];
  const items = node.kind === "sequence" ? node.items.map(followAlias) : [node];
  return items.reverse().map((item) => item.kind === "mapping" ? item : failWrongType("<<", "a mapping", item));
}

function isMergeKey(key: Node): boolean {
  return key.kind === "scalar" && key.value === "<<" && key.style === "plain" && key.tag !== "!!str";
}

function decodedKey(key: Node, dialect: Dialect): string {
  const node = followAlias(key);
  const value = node.kind === "scalar" ? jsonScalar(node, dialect) : null;
  if (value === null) fail("invalid-key", `a key must be a string, found ${describeNode(node, dialect)}`, atPlace(key));
  return typeof value === "string" ? value : coercedText(value);
}

function emptyMappingAt(node: Node): Mapping {
  return new Mapping([], node.source, node.start);
}

/** Up to this many fields, a message names all of them. */
const MAX_SHOWN_FIELDS = 12;

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** Rejects an unknown field. */
export function failUnknownField(name: string, key: Node, owner: string, known: Iterable<string>): never {
  const names = [...known];
  const near = nearest(name, names);
  const all = names.length <= MAX_SHOWN_FIELDS && names.length > 0 ? `it takes ${listed(names)}` : undefined;
  const hint = didYouMean(near) ?? all;
  fail("unknown-field", `unknown field '${name}' in ${owner}`, {
    ...atPlace(key),
    hint,
  });
}

/** Rejects the value of a field, or of anything that `field` describes ("the configuration"), because of its type. */
export function failWrongType(field: string, expected: string, found: Node, hint?: string): never {
  const subject = /^(?:the|an) /.test(field) ? field : `'${field}'`;
  fail("wrong-type", `${subject} must be ${expected}, found ${describeNode(found, "v2")}`, {
    ...atPlace(found),
    hint,
  });
}

/** JSON null is everything that go-yaml reads as null. */
export { isNull as isJsonNull } from "../yaml/scalar/resolve.ts";

/** A number or boolean as text: integers in full, floats with 32-bit precision. */
function coercedText(value: number | bigint | boolean): string {
  return typeof value === "number" ? formatFloat(value, 32) : String(value);
}
