/**
 * Flow collections: `{…}` and `[…]`.
 *
 * Open collections are kept on an explicit stack, so that nesting is limited by `MAX_DEPTH` and not by the engine's
 * stack.
 */

import {
  AT,
  BACKTICK,
  COLON,
  COMMA,
  GREATER_THAN,
  isBlank,
  isBlankOrEnd,
  LEFT_BRACE,
  LEFT_BRACKET,
  MINUS,
  PERCENT,
  PIPE,
  QUESTION,
  RIGHT_BRACE,
  RIGHT_BRACKET,
} from "../../text/chars.ts";
import { atDocumentEnd, atKeyColon, type Cursor, skipToToken } from "../scan/cursor.ts";
import type { Node } from "../tree/node.ts";
import {
  closeFlow,
  failUnclosed,
  type FlowFrame,
  isEndOf,
  type MappingFrame,
  openFlow,
  openFlowMapping,
} from "./flow_frames.ts";
import {
  closeMapping,
  emptyScalar,
  isProperty,
  type ParseState,
  type Properties,
  readProperty,
  readScalar,
  setProperties,
} from "./parse_state.ts";

/** Parses the flow collection whose bracket, `code`, is at the cursor. Moves past its end. */
export function parseFlow(state: ParseState, code: number, properties: Properties | undefined): Node {
  const { cursor } = state;
  const stack: FlowFrame[] = [];
  openFlow(state, stack, code, properties);
  for (;;) {
    const frame = stack[stack.length - 1]!;
    let node = step(state, stack, frame);
    while (node !== undefined) {
      const parent = stack[stack.length - 1];
      if (parent === undefined) {
        cursor.keyAllowed = false;
        return node;
      }
      node = addToFlow(state, stack, parent, node);
    }
  }
}

/** Continues the innermost collection. Returns a complete node, or the collection itself once it is closed. */
function step(state: ParseState, stack: FlowFrame[], frame: FlowFrame): Node | undefined {
  const { cursor } = state;
  const code = skipToToken(cursor);
  if (atDocumentEnd(cursor, code)) failUnclosed(cursor, frame.node);
  switch (frame.expecting) {
    case "first":
    case "item":
      return stepItem(state, stack, frame, code);
    case "key":
      return stepKey(state, stack, frame, code);
    case "colon":
      return stepColon(state, stack, frame, code);
    case "value":
      return readNode(state, stack, frame, code);
    case "separator":
      return stepSeparator(state, stack, frame, code);
  }
}

/** At the start of an item or an entry, or at the end of the collection. */
function stepItem(state: ParseState, stack: FlowFrame[], frame: FlowFrame, code: number): Node | undefined {
  const { cursor } = state;
  if (isEndOf(frame.node, code)) return closeFlow(state, stack, frame);
  if (code !== QUESTION) return readNode(state, stack, frame, code);
  if (frame.kind === "mapping") {
    frame.expecting = "key";
  } else {
    frame.expecting = "separator";
    stack.push(openFlowMapping(state, cursor.pos, true, "key"));
  }
  cursor.pos++;
  return undefined;
}

/** After `?`. */
function stepKey(state: ParseState, stack: FlowFrame[], frame: MappingFrame, code: number): Node | undefined {
  const { cursor } = state;
  if (code !== COLON && code !== COMMA && code !== (frame.pair ? RIGHT_BRACKET : RIGHT_BRACE)) {
    return readNode(state, stack, frame, code);
  }
  frame.key = emptyScalar(state);
  frame.expecting = "colon";
  // go-yaml loses the character after `[?`.
  if (frame.pair) cursor.pos++;
  return undefined;
}

/** After a key that has a `?`, or that may lack its value. */
function stepColon(state: ParseState, stack: FlowFrame[], frame: MappingFrame, code: number): Node | undefined {
  if (code !== COLON) return addToFlow(state, stack, frame, emptyScalar(state));
  state.cursor.pos++;
  return stepValue(state, stack, frame);
}

/** After a `:`. */
function stepValue(state: ParseState, stack: FlowFrame[], frame: MappingFrame): Node | undefined {
  const code = skipToToken(state.cursor);
  frame.expecting = "value";
  if (code !== COMMA && code !== (frame.pair ? RIGHT_BRACKET : RIGHT_BRACE)) return undefined;
  return addToFlow(state, stack, frame, emptyScalar(state));
}

function stepSeparator(state: ParseState, stack: FlowFrame[], frame: FlowFrame, code: number): Node | undefined {
  const { cursor } = state;
  if (isEndOf(frame.node, code)) return closeFlow(state, stack, frame);
  if (code !== COMMA) {
    cursor.fail(`expected "," or "${frame.node.kind === "mapping" ? "}" : "]"}" here`);
  }
  cursor.pos++;
  frame.expecting = "item";
  return undefined;
}

/** Parses the node at the cursor, or opens it if it is a collection. */
function readNode(state: ParseState, stack: FlowFrame[], frame: FlowFrame, code: number): Node | undefined {
  const { cursor } = state;
  frame.itemStart = cursor.pos;
  frame.itemLine = cursor.lineStart;
  let properties: Properties | undefined;
  while (isProperty(code)) {
    properties = readProperty(state, properties, code);
    code = skipToToken(cursor);
    if (atDocumentEnd(cursor, code)) failUnclosed(cursor, frame.node);
  }
  if (code === LEFT_BRACE || code === LEFT_BRACKET) {
    openFlow(state, stack, code, properties);
    return undefined;
  }
  if (properties === undefined) {
    checkScalarStart(cursor, code);
    return readScalar(state, code);
  }
  const node = canStartScalar(cursor, code) ? readScalar(state, code) : emptyScalar(state);
  if (node.kind === "alias") cursor.fail("an alias cannot have an anchor or a tag", properties.start);
  setProperties(state, node, properties);
  return node;
}

/** Whether a scalar or an alias can start with `code` in flow context. */
function canStartScalar(cursor: Cursor, code: number): boolean {
  if (code === MINUS) return !isBlankOrEnd(cursor.text.charCodeAt(cursor.pos + 1));
  return code !== COMMA && code !== QUESTION && code !== COLON && code !== RIGHT_BRACE && code !== RIGHT_BRACKET &&
    code !== PIPE && code !== GREATER_THAN && !isBlank(code) && code !== PERCENT && code !== AT &&
    code !== BACKTICK;
}

function checkScalarStart(cursor: Cursor, code: number): void {
  if (canStartScalar(cursor, code)) return;
  if (code === MINUS) cursor.fail('a block list ("- …") is not allowed inside brackets');
  cursor.fail(`expected a value, found ${JSON.stringify(cursor.text[cursor.pos])}`);
}

/** Adds a complete node to its collection. Returns the collection if that completes it. */
function addToFlow(state: ParseState, stack: FlowFrame[], frame: FlowFrame, node: Node): Node | undefined {
  const { cursor } = state;
  switch (frame.expecting) {
    case "key":
      frame.key = node;
      frame.expecting = "colon";
      return undefined;
    case "colon":
    case "value":
      state.entries.add({ key: frame.key!, value: node });
      frame.key = undefined;
      frame.expecting = "separator";
      if (!frame.pair) return undefined;
      stack.pop();
      closeMapping(state, frame.node, frame.start);
      return frame.node;
    case "separator":
      state.items.add(node);
      return undefined;
  }
  const code = skipToToken(cursor);
  const isKey = atKeyColon(cursor, code, frame.itemStart, frame.itemLine);
  if (isKey) cursor.pos++;
  frame.expecting = "separator";
  if (frame.kind === "mapping") {
    frame.key = node;
    if (isKey) return stepValue(state, stack, frame);
    frame.expecting = "value";
    return addToFlow(state, stack, frame, emptyScalar(state));
  }
  if (!isKey) {
    state.items.add(node);
    return undefined;
  }
  const pair = openFlowMapping(state, frame.itemStart, true, "value");
  pair.key = node;
  stack.push(pair);
  return stepValue(state, stack, pair);
}
