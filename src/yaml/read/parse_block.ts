/**
 * Block collections, and the root node of a document.
 *
 * Open collections are kept on an explicit stack, so that nesting is limited by `MAX_DEPTH` and not by the engine's
 * stack.
 */

import { addToBlock, type BlockFrame, type MappingFrame, type SequenceFrame } from "./block_frames.ts";
import { COLON, MINUS, QUESTION } from "../../text/chars.ts";
import type { Source } from "../../diagnostics/source.ts";
import { atDocumentEnd, atKeyColon, Cursor, skipLineComment, skipToToken } from "../scan/cursor.ts";
import { readCanonicalBlock } from "./schemas/canonical_block.ts";
import { defer, Deferred, type Entry, Mapping, type Node } from "../tree/node.ts";
import { isIndicator, readChild, readContent, readNode } from "./parse_block_node.ts";
import { readPlainFields } from "./parse_plain_fields.ts";
import {
  closeMapping,
  closeSequence,
  emptyScalar,
  isProperty,
  ParseState,
  type Properties,
  readProperty,
  setProperties,
} from "./parse_state.ts";

/** Parses the node of a document. The cursor is at its first token, `code`, and moves to the token after it. */
export function parseBlock(state: ParseState, code: number): Node {
  const stack: BlockFrame[] = [];
  let node = readNode(state, stack, code, undefined);
  for (;;) {
    const frame = stack[stack.length - 1];
    if (frame === undefined) return node!;
    if (node !== undefined) addToBlock(state, frame, node);
    node = frame.expecting === "item" ? stepSequence(state, stack, frame) : stepMapping(state, stack, frame);
  }
}

/** Continues a mapping. Returns a complete value, the mapping if it ends, or undefined if a value was opened. */
function stepMapping(state: ParseState, stack: BlockFrame[], frame: MappingFrame): Node | undefined {
  const { cursor } = state;
  if (frame.expecting === "value") return readValue(state, stack, frame);
  let code = skipToToken(cursor);
  if (frame.expecting === "explicit colon") {
    if (cursor.column === frame.indent && isIndicator(cursor, code, COLON)) {
      passIndicator(cursor);
      frame.expecting = "value";
      return readChild(state, stack);
    }
    addToBlock(state, frame, emptyScalar(state));
  }
  if (cursor.column === frame.indent) {
    frame.key = cursor.passesFirst ? undefined : readPlainFields(state, frame.indent);
    if (frame.key === undefined) code = skipToToken(cursor);
  }
  if (frame.key === undefined) {
    if (cursor.column < frame.indent || atDocumentEnd(cursor, code)) return endMapping(state, stack, frame);
    if (cursor.column > frame.indent) failEntry(cursor, code, frame);
    if (isIndicator(cursor, code, QUESTION)) {
      passIndicator(cursor);
      frame.expecting = "explicit key";
      return readChild(state, stack);
    }
    frame.key = readKey(state, code);
  }
  frame.expecting = "value";
  return readValue(state, stack, frame);
}

function readValue(state: ParseState, stack: BlockFrame[], frame: MappingFrame): Node | undefined {
  const isSeldomRead = frame.key?.kind === "scalar" && frame.key.value === SCHEMA_KEY;
  return (isSeldomRead ? readDeferred(state, stack, frame) : undefined) ?? readChild(state, stack);
}

/** The key of the largest mappings in practice, the schemas of custom resources, which are hardly ever modified. */
const SCHEMA_KEY = "openAPIV3Schema";

/** Defers the value after the cursor: its nodes are created on demand. Undefined if it is not a simple mapping. */
function readDeferred(state: ParseState, stack: BlockFrame[], frame: MappingFrame): Mapping | undefined {
  const { cursor, source } = state;
  const block = readCanonicalBlock(state, frame.indent, printedIndent(stack) + 2);
  if (block === undefined) return undefined;
  const { parts, indent } = block;
  const [start, end] = [cursor.base + block.start, cursor.base + block.end];
  const firstKey = start + source.text.slice(start).search(/[^ \n]/);
  const mapping = new Mapping([], source, firstKey);
  defer(mapping, new Deferred(parts, indent, () => parsePart(source, start, end)));
  return mapping;
}

/** The output column for the contents of the innermost open collection. */
function printedIndent(stack: BlockFrame[]): number {
  let indent = 0;
  for (let i = 1; i < stack.length; i++) {
    const isListOfKey = stack[i]!.expecting === "item" && stack[i - 1]!.expecting !== "item";
    if (!isListOfKey) indent += 2;
  }
  return indent;
}

/** The entries in the lines of a mapping, which has been parsed before. */
function parsePart(source: Source, start: number, end: number): Entry[] {
  const state = new ParseState(new Cursor(source, start, end), false);
  const node = parseBlock(state, skipToToken(state.cursor));
  return node.kind === "mapping" ? node.entries : [];
}

/** Moves past `?` or its `:`. A collection may start after it on the same line. */
function passIndicator(cursor: Cursor): void {
  cursor.pos++;
  skipLineComment(cursor);
  cursor.keyAllowed = true;
}

function endMapping(state: ParseState, stack: BlockFrame[], frame: MappingFrame): Node {
  stack.pop();
  state.cursor.indent = frame.outerIndent;
  closeMapping(state, frame.node, frame.start);
  return frame.node;
}

function failEntry(cursor: Cursor, code: number, frame: MappingFrame): never {
  if (isIndicator(cursor, code, COLON)) {
    // If it is the first colon of its line, the line continues a string of the line above.
    const isInString = cursor.text.slice(cursor.lineStart, cursor.pos).includes(": ");
    cursor.fail(
      `a mapping value is not allowed here: ${
        isInString ? 'is a string with ": " missing its quotes?' : "is the line indented too far?"
      }`,
    );
  }
  const found = isIndicator(cursor, code, MINUS) ? ', or "-" in the column of a list' : "";
  cursor.fail(`expected the mapping's next key in column ${columnOf(cursor, frame)}, where its keys start${found}`);
}

/** The column of a collection in its file, which differs from the indent in a text inside a scalar. */
function columnOf({ source }: Cursor, { node }: BlockFrame): number {
  return source.position(node.start).column;
}

/** Parses a key without `?`, and its colon. */
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
    if (cursor.lineStart !== lineStart || atDocumentEnd(cursor, code)) failMissingColon(cursor, start);
  }
  const key = readContent(state, code, properties);
  if (properties !== undefined) setProperties(state, key, properties);
  code = skipToToken(cursor);
  if (!atKeyColon(cursor, code, start, lineStart)) failMissingColon(cursor, start);
  cursor.pos++;
  cursor.keyAllowed = false;
  return key;
}

function failMissingColon(cursor: Cursor, start: number): never {
  cursor.fail('expected ":" after this key, on its line', start);
}

/** Continues a list. Returns a complete item, the list if it ends, or undefined if an item was opened. */
function stepSequence(state: ParseState, stack: BlockFrame[], frame: SequenceFrame): Node | undefined {
  const { cursor } = state;
  const code = skipToToken(cursor);
  const column = atDocumentEnd(cursor, code) ? -1 : cursor.column;
  if (column === frame.indent && isIndicator(cursor, code, MINUS)) {
    cursor.pos++;
    cursor.keyAllowed = true;
    return readChild(state, stack);
  }
  if (!frame.indentless && column >= frame.indent) {
    cursor.fail(`expected "-" in column ${columnOf(cursor, frame)}, where this list's items start`);
  }
  stack.pop();
  cursor.indent = frame.outerIndent;
  closeSequence(state, frame.node, frame.start);
  return frame.node;
}
