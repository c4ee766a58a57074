/**
 * The contents of a block collection: a scalar, an alias, a flow collection, or the start of another block collection.
 */

import {
  AT,
  BACKTICK,
  COLON,
  COMMA,
  GREATER_THAN,
  isBlankOrEnd,
  LEFT_BRACE,
  LEFT_BRACKET,
  MINUS,
  NUL,
  PERCENT,
  PIPE,
  QUESTION,
  RIGHT_BRACE,
  RIGHT_BRACKET,
  TAB,
} from "../../text/chars.ts";
import { type BlockFrame, openMapping, openSequence } from "./block_frames.ts";
import { atDocumentEnd, atKeyColon, type Cursor, skipToToken } from "../scan/cursor.ts";
import type { Node } from "../tree/node.ts";
import { parseFlow } from "./parse_flow.ts";
import { atPlainField } from "./parse_plain_fields.ts";
import {
  emptyScalar,
  isProperty,
  type ParseState,
  type Properties,
  readBlockScalar,
  readProperty,
  readScalar,
  setProperties,
} from "./parse_state.ts";

/** Parses what follows `- `, `? ` or `key:`; an empty scalar if nothing does. */
export function readChild(state: ParseState, stack: BlockFrame[]): Node | undefined {
  const { cursor } = state;
  const code = skipToToken(cursor);
  return isInside(cursor, code) ? readNode(state, stack, code, undefined) : readAtIndent(state, stack, code, undefined);
}

/** Whether the token at the cursor is further right than the enclosing collection. */
function isInside(cursor: Cursor, code: number): boolean {
  return cursor.column > cursor.indent && !atDocumentEnd(cursor, code);
}

/** Handles a token that is not further right than its collection, which is usually the next entry. */
function readAtIndent(
  state: ParseState,
  stack: BlockFrame[],
  code: number,
  properties: Properties | undefined,
): Node | undefined {
  const { cursor } = state;
  let node: Node | undefined;
  if (cursor.column === cursor.indent && !atDocumentEnd(cursor, code)) {
    // The items of a list may be in the column of its key.
    if (stack.at(-1)?.expecting !== "item" && isIndicator(cursor, code, MINUS)) {
      openSequence(state, stack, properties, true);
      return undefined;
    }
    // go-yaml accepts a block scalar with the same indentation as its key.
    if (code === PIPE || code === GREATER_THAN) node = readBlockScalar(state, code);
  }
  node ??= emptyScalar(state);
  if (properties !== undefined) setProperties(state, node, properties);
  return node;
}

/**
 * Parses the node at the cursor, to the right of the enclosing collection. If it is a block collection, opens it and
 * returns undefined. `outer` are the properties on earlier lines: they belong to the whole node, while those on a key's
 * line belong to the key.
 */
export function readNode(
  state: ParseState,
  stack: BlockFrame[],
  firstCode: number,
  outer: Properties | undefined,
): Node | undefined {
  const { cursor } = state;
  let code = firstCode;
  if (isIndicator(cursor, code, MINUS) || isIndicator(cursor, code, QUESTION)) {
    if (!cursor.keyAllowed) failBlockIndicator(cursor, code);
    if (code === MINUS) openSequence(state, stack, outer, false);
    else openMapping(state, stack, outer, cursor.pos);
    return undefined;
  }
  const { pos: start, lineStart, keyAllowed } = cursor;
  if (keyAllowed && atPlainField(cursor.text, start)) {
    openMapping(state, stack, outer, start);
    return undefined;
  }
  let inner: Properties | undefined;
  while (isProperty(code)) {
    inner = readProperty(state, inner, code);
    code = skipToToken(cursor);
    if (cursor.lineStart === lineStart && code !== NUL) continue;
    const merged = merge(cursor, outer, inner);
    return isInside(cursor, code) ? readNode(state, stack, code, merged) : readAtIndent(state, stack, code, merged);
  }
  const node = readContent(state, code, inner);
  if (keyAllowed && atKeyColon(cursor, skipToToken(cursor), start, lineStart)) {
    // The mapping parses its value later, because a call from here would nest as deep as the text.
    const frame = openMapping(state, stack, outer, start);
    if (inner !== undefined) setProperties(state, node, inner);
    frame.key = node;
    frame.expecting = "value";
    cursor.pos++;
    cursor.keyAllowed = false;
    return undefined;
  }
  if (outer !== undefined || inner !== undefined) setProperties(state, node, merge(cursor, outer, inner));
  return node;
}

/** Parses a scalar, an alias or a flow collection; undefined if a `:` shows that a key with properties has no text. */
export function readContent(state: ParseState, code: number, properties: Properties | undefined): Node {
  const { cursor } = state;
  if (code === PIPE || code === GREATER_THAN) return readBlockScalar(state, code);
  if (code === LEFT_BRACE || code === LEFT_BRACKET) return parseFlow(state, code, properties);
  if (canStartScalar(cursor, code)) {
    const node = readScalar(state, code);
    if (properties !== undefined && node.kind === "alias") {
      cursor.fail("an alias cannot have an anchor or a tag", node.start - cursor.base);
    }
    return node;
  }
  if (properties !== undefined && isIndicator(cursor, code, COLON)) return emptyScalar(state);
  return failStart(cursor, code);
}

/** Whether a scalar or an alias can start with `code` in block context. */
export function canStartScalar(cursor: Cursor, code: number): boolean {
  switch (code) {
    case MINUS:
    case QUESTION:
    case COLON:
      return !isBlankOrEnd(cursor.text.charCodeAt(cursor.pos + 1));
    case TAB:
    case COMMA:
    case RIGHT_BRACE:
    case RIGHT_BRACKET:
    case PERCENT:
    case AT:
    case BACKTICK:
      return false;
    default:
      return true;
  }
}

/** Fails (`yaml-syntax`) on a character that cannot start a node. */
export function failStart(cursor: Cursor, code: number): never {
  if (isIndicator(cursor, code, MINUS) || isIndicator(cursor, code, QUESTION)) failBlockIndicator(cursor, code);
  if (code === COLON) cursor.fail("a mapping value is not allowed here");
  if (code === TAB) cursor.fail("a tab cannot be used for indentation: use spaces");
  cursor.fail(`no value can start with ${JSON.stringify(String.fromCharCode(code))}: put the string in quotes`);
}

function failBlockIndicator(cursor: Cursor, code: number): never {
  cursor.fail(`"${String.fromCharCode(code)}" cannot start ${code === MINUS ? "a list" : "a key"} here`);
}

/** Merges properties on several lines of one node. */
function merge(cursor: Cursor, outer: Properties | undefined, inner: Properties | undefined): Properties {
  if (outer === undefined || inner === undefined) return (outer ?? inner)!;
  if (outer.anchor !== "" && inner.anchor !== "") cursor.fail("a node cannot have two anchors", inner.start);
  if (outer.tag !== "" && inner.tag !== "") cursor.fail("a node cannot have two tags", inner.start);
  return { tag: outer.tag || inner.tag, anchor: outer.anchor || inner.anchor, start: outer.start };
}

/** Whether an indicator (`-`, `?` or `:`) is at the cursor: the character, followed by a blank or the end. */
export function isIndicator(cursor: Cursor, code: number, indicator: number): boolean {
  return code === indicator && isBlankOrEnd(cursor.text.charCodeAt(cursor.pos + 1));
}
