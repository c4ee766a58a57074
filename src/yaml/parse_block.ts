/**
 * Block collections, and the node of a document.
 *
 * Open collections are held on a stack of their own, so that nesting is bounded by `MAX_DEPTH` and not by the engine's stack.
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
} from "./chars.ts";
import { atDocumentEnd, atKeyColon, type Cursor, skipToToken } from "./cursor.ts";
import { Mapping, type Node, Sequence } from "./node.ts";
import { parseFlow } from "./parse_flow.ts";
import {
  checkUniqueKeys,
  emptyScalar,
  isProperty,
  MAX_DEPTH,
  type ParseState,
  type Properties,
  readBlockScalar,
  readProperty,
  readScalar,
  setProperties,
} from "./parse_state.ts";

/** An open mapping. `expecting` tells which part of an entry comes next. */
interface MappingFrame {
  node: Mapping;
  indent: number;
  /** The column of the collection around it, to which its end returns. */
  outerIndent: number;
  expecting: "entry" | "explicit key" | "explicit colon" | "value";
  key: Node | undefined;
}

/** An open list. An `indentless` one stands in the column of the mapping that holds it. */
interface SequenceFrame {
  node: Sequence;
  indent: number;
  outerIndent: number;
  indentless: boolean;
}

type Frame = MappingFrame | SequenceFrame;

/** Reads the node of a document. The cursor is at its first token, `code`; moves to the token behind it. */
export function parseBlock(state: ParseState, code: number): Node {
  const stack: Frame[] = [];
  let node = readNode(state, stack, code, false, undefined);
  for (;;) {
    const frame = stack[stack.length - 1];
    if (frame === undefined) return node!;
    if (node !== undefined) addTo(frame, node);
    node = "indentless" in frame ? stepSequence(state, stack, frame) : stepMapping(state, stack, frame);
  }
}

function addTo(frame: Frame, node: Node): void {
  if ("indentless" in frame) {
    frame.node.items.push(node);
  } else if (frame.expecting === "explicit key") {
    frame.key = node;
    frame.expecting = "explicit colon";
  } else {
    frame.node.entries.push({ key: frame.key!, value: node });
    frame.expecting = "entry";
  }
}

/** Goes on with a mapping: gives a value that is complete, the mapping where it ends, or nothing where a value is opened. */
function stepMapping(state: ParseState, stack: Frame[], frame: MappingFrame): Node | undefined {
  const { cursor } = state;
  const code = skipToToken(cursor);
  const column = atDocumentEnd(cursor, code) ? -1 : cursor.column;
  if (frame.expecting === "explicit colon") {
    if (column === frame.indent && isIndicator(cursor, code, COLON)) {
      cursor.pos++;
      cursor.keyAllowed = true;
      frame.expecting = "value";
      return readChild(state, stack, true);
    }
    addTo(frame, emptyScalar(state));
  }
  if (column < frame.indent) return closeMapping(state, stack, frame);
  if (column > frame.indent) failInMapping(cursor, code, frame);
  if (isIndicator(cursor, code, QUESTION)) {
    cursor.pos++;
    cursor.keyAllowed = true;
    frame.expecting = "explicit key";
    return readChild(state, stack, true);
  }
  frame.key = readKey(state, code);
  frame.expecting = "value";
  return readChild(state, stack, true);
}

function closeMapping(state: ParseState, stack: Frame[], frame: MappingFrame): Mapping {
  stack.pop();
  state.cursor.indent = frame.outerIndent;
  checkUniqueKeys(state, frame.node);
  return frame.node;
}

function failInMapping(cursor: Cursor, code: number, frame: MappingFrame): never {
  if (isIndicator(cursor, code, COLON)) {
    cursor.fail('a mapping value is not allowed here: is a text with ": " unquoted?');
  }
  cursor.fail(`expected the mapping's next key in column ${frame.indent + 1}, where its keys start`);
}

/** Reads a key without `?` and its colon. */
function readKey(state: ParseState, firstCode: number): Node {
  const { cursor } = state;
  const { pos: start, lineStart } = cursor;
  let code = firstCode;
  if (isIndicator(cursor, code, COLON)) cursor.fail('expected a key before ":"');
  if (isIndicator(cursor, code, MINUS)) cursor.fail('expected a key, found the list item indicator "-"');
  let properties: Properties | undefined;
  while (isProperty(code)) {
    properties = readProperty(state, properties, code);
    code = skipToToken(cursor);
    if (cursor.lineStart !== lineStart || atDocumentEnd(cursor, code)) failOnMissingColon(cursor, start);
  }
  const key = readContent(state, code, properties);
  if (properties !== undefined) setProperties(state, key, properties);
  code = skipToToken(cursor);
  if (!atKeyColon(cursor, code, start, lineStart)) failOnMissingColon(cursor, start);
  cursor.pos++;
  cursor.keyAllowed = false;
  return key;
}

function failOnMissingColon(cursor: Cursor, start: number): never {
  cursor.fail('expected ":" after this key, on its line', start);
}

/** Goes on with a list: gives an item that is complete, the list where it ends, or nothing where an item is opened. */
function stepSequence(state: ParseState, stack: Frame[], frame: SequenceFrame): Node | undefined {
  const { cursor } = state;
  const code = skipToToken(cursor);
  const column = atDocumentEnd(cursor, code) ? -1 : cursor.column;
  if (column === frame.indent && isIndicator(cursor, code, MINUS)) {
    cursor.pos++;
    cursor.keyAllowed = true;
    return readChild(state, stack, false);
  }
  if (!frame.indentless && column >= frame.indent) {
    cursor.fail(`expected "-" in column ${frame.indent + 1}, where this list's items start`);
  }
  stack.pop();
  cursor.indent = frame.outerIndent;
  return frame.node;
}

/**
 * Reads what follows `- `, `? ` or `key:`; an empty scalar where nothing does.
 * `indentless` tells whether a list may stand in the column of the collection around it.
 */
function readChild(state: ParseState, stack: Frame[], indentless: boolean): Node | undefined {
  const { cursor } = state;
  const code = skipToToken(cursor);
  return isInside(cursor, code)
    ? readNode(state, stack, code, indentless, undefined)
    : readAtIndent(state, stack, code, indentless, undefined);
}

/** Whether the token at the cursor is further right than the collection around it. */
function isInside(cursor: Cursor, code: number): boolean {
  return cursor.column > cursor.indent && !atDocumentEnd(cursor, code);
}

/** What a token that is no further right than its collection can be: the next entry, mostly. */
function readAtIndent(
  state: ParseState,
  stack: Frame[],
  code: number,
  indentless: boolean,
  properties: Properties | undefined,
): Node | undefined {
  const { cursor } = state;
  let node: Node | undefined;
  if (cursor.column === cursor.indent && !atDocumentEnd(cursor, code)) {
    if (indentless && isIndicator(cursor, code, MINUS)) {
      openSequence(state, stack, properties, true);
      return undefined;
    }
    // go-yaml takes a block scalar that is indented like the key that holds it.
    if (code === PIPE || code === GREATER_THAN) node = readBlockScalar(state, code);
  }
  node ??= emptyScalar(state);
  if (properties !== undefined) setProperties(state, node, properties);
  return node;
}

/**
 * Reads the node at the cursor, to the right of the collection around it. Where it is a block collection, opens that and
 * gives nothing. `outer` are the properties on lines before it: those of the whole node, where those on a key's line are
 * the key's.
 */
function readNode(
  state: ParseState,
  stack: Frame[],
  firstCode: number,
  indentless: boolean,
  outer: Properties | undefined,
): Node | undefined {
  const { cursor } = state;
  let code = firstCode;
  if (isIndicator(cursor, code, MINUS) || isIndicator(cursor, code, QUESTION)) {
    if (!cursor.keyAllowed) failOnBlockIndicator(cursor, code);
    if (code === MINUS) openSequence(state, stack, outer, false);
    else openMapping(state, stack, outer, cursor.pos);
    return undefined;
  }
  const { pos: start, lineStart, keyAllowed } = cursor;
  let inner: Properties | undefined;
  while (isProperty(code)) {
    inner = readProperty(state, inner, code);
    code = skipToToken(cursor);
    if (cursor.lineStart === lineStart && code !== NUL) continue;
    const merged = merge(cursor, outer, inner);
    return isInside(cursor, code)
      ? readNode(state, stack, code, indentless, merged)
      : readAtIndent(state, stack, code, indentless, merged);
  }
  const node = readContent(state, code, inner);
  if (keyAllowed && atKeyColon(cursor, skipToToken(cursor), start, lineStart)) {
    return openMappingAtKey(state, stack, node, start, outer, inner);
  }
  if (outer !== undefined || inner !== undefined) setProperties(state, node, merge(cursor, outer, inner));
  return node;
}

/** Opens the mapping whose first key is read, and reads the value. The cursor is at the colon. */
function openMappingAtKey(
  state: ParseState,
  stack: Frame[],
  key: Node,
  start: number,
  outer: Properties | undefined,
  inner: Properties | undefined,
): Node | undefined {
  const { cursor } = state;
  const frame = openMapping(state, stack, outer, start);
  if (inner !== undefined) setProperties(state, key, inner);
  frame.key = key;
  frame.expecting = "value";
  cursor.pos++;
  cursor.keyAllowed = false;
  return readChild(state, stack, true);
}

function openMapping(
  state: ParseState,
  stack: Frame[],
  properties: Properties | undefined,
  start: number,
): MappingFrame {
  const node = new Mapping([], state.source, state.cursor.base + start);
  const frame: MappingFrame = {
    node,
    indent: start - state.cursor.lineStart,
    outerIndent: state.cursor.indent,
    expecting: "entry",
    key: undefined,
  };
  open(state, stack, frame, properties);
  return frame;
}

function openSequence(
  state: ParseState,
  stack: Frame[],
  properties: Properties | undefined,
  indentless: boolean,
): void {
  const { cursor } = state;
  const node = new Sequence([], state.source, cursor.base + cursor.pos);
  open(state, stack, { node, indent: cursor.column, outerIndent: cursor.indent, indentless }, properties);
}

function open(state: ParseState, stack: Frame[], frame: Frame, properties: Properties | undefined): void {
  if (properties !== undefined) setProperties(state, frame.node, properties);
  stack.push(frame);
  state.cursor.indent = frame.indent;
  // Lists in the column of their key count for nothing, as in go-yaml.
  if (stack.length > MAX_DEPTH && blockDepth(stack) > MAX_DEPTH) {
    state.cursor.fail(`collections are nested more than ${MAX_DEPTH} levels deep`);
  }
}

function blockDepth(stack: Frame[]): number {
  return stack.filter((frame) => !("indentless" in frame && frame.indentless)).length;
}

/** Reads a scalar, an alias or a flow collection; nothing, where `:` shows that a key with properties has no text. */
function readContent(state: ParseState, code: number, properties: Properties | undefined): Node {
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
  return failOnStart(cursor, code);
}

/** Whether a scalar or an alias can start with `code` in block context. */
function canStartScalar(cursor: Cursor, code: number): boolean {
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

function failOnStart(cursor: Cursor, code: number): never {
  if (isIndicator(cursor, code, MINUS) || isIndicator(cursor, code, QUESTION)) failOnBlockIndicator(cursor, code);
  if (code === COLON) cursor.fail("a mapping value is not allowed here");
  if (code === TAB) cursor.fail("a tab is used where the indentation needs spaces");
  cursor.fail(`no value can start with ${JSON.stringify(String.fromCharCode(code))}: put the text in quotes`);
}

function failOnBlockIndicator(cursor: Cursor, code: number): never {
  cursor.fail(`"${String.fromCharCode(code)}" cannot start ${code === MINUS ? "a list" : "a key"} here`);
}

/** Properties on several lines of one node. */
function merge(cursor: Cursor, outer: Properties | undefined, inner: Properties | undefined): Properties {
  if (outer === undefined || inner === undefined) return (outer ?? inner)!;
  if (outer.anchor !== "" && inner.anchor !== "") cursor.fail("a node cannot have two anchors", inner.start);
  if (outer.tag !== "" && inner.tag !== "") cursor.fail("a node cannot have two tags", inner.start);
  return { tag: outer.tag || inner.tag, anchor: outer.anchor || inner.anchor, start: outer.start };
}

/** Whether one of the indicators `-`, `?` and `:` is at the cursor: the character with a blank or the end behind it. */
function isIndicator(cursor: Cursor, code: number, indicator: number): boolean {
  return code === indicator && isBlankOrEnd(cursor.text.charCodeAt(cursor.pos + 1));
}
