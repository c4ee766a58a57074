/**
 * The YAML tree. Nodes know their place in the input, but not how they are parsed or printed.
 *
 * Nodes are mutable and have one parent; use `clone` before adding a node in a second place.
 */

import type { Source } from "../../diagnostics/source.ts";
import { indexedEntry, LARGE } from "./key_index.ts";

/** A node of a YAML tree; `kind` tells which. */
export type Node = Scalar | Mapping | Sequence | Alias;

/** How a scalar was written. Generated nodes are `plain` unless the style carries meaning (a quoted "1" is text). */
export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

/** The tags of YAML's core schema in go-yaml's short form. */
export type ShortTag =
  | "!!str"
  | "!!int"
  | "!!float"
  | "!!bool"
  | "!!null"
  | "!!timestamp"
  | "!!binary"
  | "!!merge"
  | "!!map"
  | "!!seq";

/** Properties of all nodes. */
export interface NodeBase {
  /** Explicit tag in short form (`!!str`, `!custom`), or "" if there is none. */
  tag: string;
  /** Anchor name without `&`, or "". */
  anchor: string;
  /** The text that the node was read from; undefined on nodes that a transformer made. */
  source: Source | undefined;
  /** Offset of the first character of the content in `source.text`, in UTF-16 units. */
  start: number;
}

// Fields that most nodes leave at their defaults live on the prototypes, below. No field is declared to the engine,
// which would set each to undefined before the constructor does. Both save time in large builds with millions of nodes.

/**
 * Text, number, boolean or null. `value` is the text after unescaping and folding; `resolve.ts` determines its meaning.
 */
export class Scalar implements NodeBase {
  /** Tells a scalar from other nodes. */
  declare readonly kind: "scalar";
  /** The text after unescaping and folding. */
  declare value: string;
  /** How it was written. */
  declare style: ScalarStyle;
  /** Explicit tag in short form (`!!str`, `!custom`), or "". */
  declare tag: string;
  /**
   * Whether quotes were put around a value that is not text. go-yaml does not write the tag that tells: the value becomes
   * text when it is written and read.
   */
  declare isTyped: boolean;
  /** Anchor name without `&`, or "". */
  declare anchor: string;
  /** The text that it was read from. */
  declare source: Source | undefined;
  /** Offset of its first character in `source.text`, in UTF-16 units. */
  declare start: number;

  /** Creates a scalar; without `source` it is a generated one. */
  constructor(value: string, style: ScalarStyle = "plain", tag = "", source?: Source, start = 0) {
    this.value = value;
    this.style = style;
    this.source = source;
    this.start = start;
    if (tag !== "") this.tag = tag;
  }
}
Object.assign(Scalar.prototype, { kind: "scalar", tag: "", isTyped: false, anchor: "" });

/** One `key: value` of a mapping. */
export interface Entry {
  /** Usually a scalar. */
  key: Node;
  /** A null scalar if nothing is written. */
  value: Node;
}

/** The contents of a mapping whose nodes do not exist yet. */
export class Deferred {
  /** The canonical text, for keys in column `indent`. Most builds only print it, so it is not joined. */
  readonly parts: readonly string[];
  /** The column of the outermost keys, counted from 0. */
  readonly indent: number;
  /** Creates the nodes. */
  readonly read: () => Entry[];
  #text: string | undefined;

  /** Keeps a text, and what creates its nodes. */
  constructor(parts: readonly string[], indent: number, read: () => Entry[]) {
    this.parts = parts;
    this.indent = indent;
    this.read = read;
  }

  /** All parts. */
  get text(): string {
    return this.#text ??= this.parts.join("");
  }
}

/**
 * Keys and values in the order written. Keys are unique once `parse` has checked them; lookups use their scalar text.
 */
export class Mapping implements NodeBase {
  /** Tells a mapping from other nodes. */
  declare readonly kind: "mapping";
  /** Keys and values, in the order written. */
  declare entries: Entry[];
  /** Written as `{…}`. */
  declare flow: boolean;
  /** The deferred contents, until `entries` is first read. */
  declare deferred: Deferred | undefined;
  /** Explicit tag in short form (`!!str`, `!custom`), or "". */
  declare tag: string;
  /** Anchor name without `&`, or "". */
  declare anchor: string;
  /** The text that it was read from. */
  declare source: Source | undefined;
  /** Offset of its first character in `source.text`, in UTF-16 units. */
  declare start: number;

  /** Creates a mapping; without `source` it is a generated one. */
  constructor(entries: Entry[] = [], source?: Source, start = 0) {
    this.entries = entries;
    this.source = source;
    this.start = start;
  }

  /** The entry whose key is a scalar with this text. */
  entry(key: string): Entry | undefined {
    const { entries } = this;
    if (entries.length >= LARGE) return indexedEntry(entries, key);
    for (const entry of entries) {
      if (entry.key.kind === "scalar" && entry.key.value === key) return entry;
    }
    return undefined;
  }

  /** The value under a scalar key with this text. */
  get(key: string): Node | undefined {
    return this.entry(key)?.value;
  }

  /** Sets `key` to `value`: in place if the key exists, otherwise at the end. */
  set(key: string, value: Node): void {
    const entry = this.entry(key);
    if (entry !== undefined) entry.value = value;
    else this.entries.push({ key: new Scalar(key), value });
  }

  /** Removes a key. Returns whether it existed. */
  delete(key: string): boolean {
    const index = this.entries.findIndex((entry) => entry.key.kind === "scalar" && entry.key.value === key);
    if (index < 0) return false;
    this.entries.splice(index, 1);
    return true;
  }
}
Object.assign(Mapping.prototype, { kind: "mapping", flow: false, deferred: undefined, tag: "", anchor: "" });

/** Sets contents whose nodes are created on first use. */
export function defer(mapping: Mapping, deferred: Deferred): void {
  const settle = (entries: Entry[]): Entry[] => {
    mapping.deferred = undefined;
    Object.defineProperty(mapping, "entries", { value: entries, writable: true, enumerable: true, configurable: true });
    return entries;
  };
  mapping.deferred = deferred;
  Object.defineProperty(mapping, "entries", { get: () => settle(deferred.read()), set: settle, configurable: true });
}

/** A list of nodes. */
export class Sequence implements NodeBase {
  /** Tells a sequence from other nodes. */
  declare readonly kind: "sequence";
  /** The items, in order. */
  declare items: Node[];
  /** Written as `[…]`. */
  declare flow: boolean;
  /** Explicit tag in short form (`!!str`, `!custom`), or "". */
  declare tag: string;
  /** Anchor name without `&`, or "". */
  declare anchor: string;
  /** The text that it was read from. */
  declare source: Source | undefined;
  /** Offset of its first character in `source.text`, in UTF-16 units. */
  declare start: number;

  /** Creates a sequence; without `source` it is a generated one. */
  constructor(items: Node[] = [], source?: Source, start = 0) {
    this.items = items;
    this.source = source;
    this.start = start;
  }
}
Object.assign(Sequence.prototype, { kind: "sequence", flow: false, tag: "", anchor: "" });

/** `*name`, bound to its anchor's node by the parser. Aliases in resources are expanded when they are loaded. */
export class Alias implements NodeBase {
  /** Tells an alias from other nodes. */
  declare readonly kind: "alias";
  /** The node with the anchor. */
  declare target: Node;
  /** Explicit tag in short form (`!!str`, `!custom`), or "". */
  declare tag: string;
  /** Anchor name without `&`, or "". */
  declare anchor: string;
  /** The text that it was read from. */
  declare source: Source | undefined;
  /** Offset of its first character in `source.text`, in UTF-16 units. */
  declare start: number;

  /** Creates an alias of a node. */
  constructor(target: Node, anchor: string, source?: Source, start = 0) {
    this.target = target;
    this.anchor = anchor;
    this.source = source;
    this.start = start;
  }
}
Object.assign(Alias.prototype, { kind: "alias", tag: "" });

/** A scalar that always prints as a string, in go-yaml's style, which is kept if the text changes. */
export function stringScalar(value: string): Scalar {
  return new Scalar(value, value.includes("\n") ? "literal" : "plain", "!!str");
}

/** The text of a scalar, "" for anything else. */
export function scalarText(node: Node | undefined): string {
  return node instanceof Scalar ? node.value : "";
}

/** An empty mapping or list. */
export function isEmpty(node: Node): boolean {
  if (node.kind === "sequence") return node.items.length === 0;
  return node.kind === "mapping" && node.entries.length === 0;
}

/** The texts of a mapping's keys, in order. */
export function keyTexts(node: Node | undefined): string[] {
  return node instanceof Mapping ? node.entries.map(({ key }) => scalarText(key)) : [];
}

/** A new mapping with these fields in this order. */
export function mappingOf(fields: Record<string, Node>): Mapping {
  return new Mapping(Object.entries(fields).map(([key, value]) => ({ key: new Scalar(key), value })));
}
