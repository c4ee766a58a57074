/** The open flow collections during parsing. */

import { LEFT_BRACE, RIGHT_BRACE, RIGHT_BRACKET } from "../../text/chars.ts";
import type { Cursor } from "../scan/cursor.ts";
import { MAX_DEPTH } from "../tree/limits.ts";
import { Mapping, type Node, Sequence } from "../tree/node.ts";
import { UNREAD } from "./contents.ts";
import { closeMapping, closeSequence, type ParseState, type Properties, setProperties } from "./parse_state.ts";

/** An open collection. */
export type FlowFrame = MappingFrame | SequenceFrame;

interface OpenFlow {
  /** Number of entries or items already on the shared list when this collection was opened. */
  start: number;
  /** Start of the current item, and its line. */
  itemStart: number;
  itemLine: number;
}

export interface MappingFrame extends OpenFlow {
  kind: "mapping";
  node: Mapping;
  expecting: "first" | "item" | "key" | "colon" | "value" | "separator";
  /** Whether this is the single-pair mapping in `[a: b]`. */
  pair: boolean;
  /** The key whose value comes next. */
  key: Node | undefined;
}

interface SequenceFrame extends OpenFlow {
  kind: "sequence";
  node: Sequence;
  expecting: "first" | "item" | "separator";
}

/** Opens the collection whose bracket, `code`, is at the cursor. */
export function openFlow(
  state: ParseState,
  stack: FlowFrame[],
  code: number,
  properties: Properties | undefined,
): void {
  const { cursor } = state;
  if (++cursor.flowLevel > MAX_DEPTH) cursor.fail(`collections are nested more than ${MAX_DEPTH} levels deep`);
  const frame = code === LEFT_BRACE ? openFlowMapping(state, cursor.pos, false, "first") : openSequence(state);
  if (properties !== undefined) setProperties(state, frame.node, properties);
  stack.push(frame);
  cursor.pos++;
}

export function openFlowMapping(
  state: ParseState,
  at: number,
  pair: boolean,
  expecting: MappingFrame["expecting"],
): MappingFrame {
  const node = new Mapping(UNREAD, state.source, state.cursor.base + at);
  node.flow = true;
  const start = state.entries.size;
  return { kind: "mapping", node, expecting, pair, key: undefined, start, itemStart: 0, itemLine: 0 };
}

function openSequence(state: ParseState): SequenceFrame {
  const node = new Sequence(UNREAD, state.source, state.cursor.base + state.cursor.pos);
  node.flow = true;
  return { kind: "sequence", node, expecting: "first", start: state.items.size, itemStart: 0, itemLine: 0 };
}

/** Whether `code` is the bracket that closes the collection. */
export function isEndOf(node: Mapping | Sequence, code: number): boolean {
  return code === (node.kind === "mapping" ? RIGHT_BRACE : RIGHT_BRACKET);
}

/** Closes the collection whose bracket is at the cursor. */
export function closeFlow(state: ParseState, stack: FlowFrame[], frame: FlowFrame): Node {
  state.cursor.pos++;
  state.cursor.flowLevel--;
  stack.pop();
  if (frame.kind === "mapping") closeMapping(state, frame.node, frame.start);
  else closeSequence(state, frame.node, frame.start);
  return frame.node;
}

export function failUnclosed(cursor: Cursor, node: Mapping | Sequence): never {
  cursor.fail(`this "${node.kind === "mapping" ? "{" : "["}" is not closed`, node.start - cursor.base);
}
