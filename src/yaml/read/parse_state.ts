/** State shared by the parsers of block and flow collections while they read a stream. */

import { fail, type Place } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { AMPERSAND, ASTERISK, DOUBLE_QUOTE, EXCLAMATION, PIPE, SINGLE_QUOTE } from "../../text/chars.ts";
import type { Cursor } from "../scan/cursor.ts";
import { Contents } from "./contents.ts";
import { checkUniqueKeys } from "../value/unique_keys.ts";
import { Alias, type Entry, type Mapping, type Node, Scalar, type ScalarStyle, type Sequence } from "../tree/node.ts";
import { blocksOf, type RepeatedBlocks } from "./schemas/repeated_blocks.ts";
import { scanAnchorName, scanTag } from "../scan/properties.ts";
import { scanBlockScalar } from "../scan/block_scalar.ts";
import { scanPlain } from "../scan/plain.ts";
import { scanDoubleQuoted, scanSingleQuoted } from "../scan/quoted.ts";

export class ParseState {
  readonly source: Source;
  readonly cursor: Cursor;
  readonly uniqueKeys: boolean;
  /** Nodes by anchor. go-yaml keeps them across documents. */
  readonly anchors = new Map<string, Node>();
  /** Entries and items of all open collections. */
  readonly entries = new Contents<Entry>();
  readonly items = new Contents<Node>();
  /** Those of this text's build. */
  readonly blocks: RepeatedBlocks;
  /** The most recent block scalar. */
  lastBlock: { scalar: Scalar; end: number; indent: number } | undefined;
  /** The prefixes of the current document's tag handles. */
  handles: ReadonlyMap<string, string> = new Map();

  constructor(cursor: Cursor, uniqueKeys: boolean) {
    this.source = cursor.source;
    this.cursor = cursor;
    this.uniqueKeys = uniqueKeys;
    this.blocks = blocksOf(cursor.source.growth);
  }
}

/** The tag and the anchor before a node; "" for a missing one. */
export interface Properties {
  tag: string;
  anchor: string;
  start: number;
}

/** Parses `&anchor` or `!tag` at the cursor into `known`, or into new properties, and returns them. */
export function readProperty(state: ParseState, known: Properties | undefined, code: number): Properties {
  const { cursor } = state;
  const properties = known ?? { tag: "", anchor: "", start: cursor.pos };
  if (code === AMPERSAND) {
    if (properties.anchor !== "") cursor.fail("a node cannot have two anchors");
    properties.anchor = scanAnchorName(cursor);
  } else {
    if (properties.tag !== "") cursor.fail("a node cannot have two tags");
    properties.tag = scanTag(cursor, state.handles);
  }
  cursor.keyAllowed = false;
  return properties;
}

export function isProperty(code: number): boolean {
  return code === AMPERSAND || code === EXCLAMATION;
}

/** Sets the properties written before a node. */
export function setProperties(state: ParseState, node: Node, properties: Properties): void {
  // go-yaml ignores the tag "!".
  if (properties.tag !== "" && properties.tag !== "!") node.tag = properties.tag;
  if (properties.anchor !== "") {
    node.anchor = properties.anchor;
    state.anchors.set(properties.anchor, node);
  }
}

/** An empty plain scalar at the cursor, in place of a missing key, value or item. */
export function emptyScalar(state: ParseState): Scalar {
  return new Scalar("", "plain", "", state.source, state.cursor.base + state.cursor.pos);
}

/**
 * Parses the scalar or alias that starts with `code` at the cursor. The caller checks that a plain scalar may start
 * here.
 */
export function readScalar(state: ParseState, code: number): Scalar | Alias {
  const { cursor } = state;
  const start = cursor.base + cursor.pos;
  cursor.keyAllowed = false;
  switch (code) {
    case ASTERISK:
      return readAlias(state);
    case SINGLE_QUOTE:
      return new Scalar(scanSingleQuoted(cursor), "single", "", state.source, start);
    case DOUBLE_QUOTE:
      return new Scalar(scanDoubleQuoted(cursor), "double", "", state.source, start);
    default:
      return new Scalar(scanPlain(cursor), "plain", "", state.source, start);
  }
}

export function readBlockScalar(state: ParseState, code: number): Scalar {
  const start = state.cursor.base + state.cursor.pos;
  const style: ScalarStyle = code === PIPE ? "literal" : "folded";
  const scalar = new Scalar(scanBlockScalar(state.cursor), style, "", state.source, start);
  state.lastBlock = { scalar, end: state.cursor.pos, indent: state.cursor.indent };
  return scalar;
}

function readAlias(state: ParseState): Alias {
  const start = state.cursor.base + state.cursor.pos;
  const name = scanAnchorName(state.cursor);
  const target = state.anchors.get(name);
  if (target === undefined) {
    const place: Place = { source: state.source, offset: start };
    fail("unknown-anchor", `unknown anchor *${name}`, { place });
  }
  return new Alias(target, name, state.source, start);
}

/** Moves the entries read since there were `start` of them into a mapping. */
export function closeMapping(state: ParseState, mapping: Mapping, start: number): void {
  mapping.entries = state.entries.take(start);
  if (state.uniqueKeys) checkUniqueKeys(mapping);
}

/** Moves the items read since there were `start` of them into a list. */
export function closeSequence(state: ParseState, sequence: Sequence, start: number): void {
  sequence.items = state.items.take(start);
}
