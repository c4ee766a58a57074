/** The open block collections during parsing. */

import { Mapping, type Node, Sequence } from "../tree/node.ts";
import { UNREAD } from "./contents.ts";
import { type ParseState, type Properties, setProperties } from "./parse_state.ts";
import { MAX_DEPTH } from "../tree/limits.ts";

/** An open collection. Mappings and lists have the same properties, in the same order, for speed. */
export type BlockFrame = MappingFrame | SequenceFrame;

interface OpenBlock {
  /** The column of its contents. */
  indent: number;
  /** The column of the enclosing collection, restored at the end. */
  outerIndent: number;
  /** Number of entries or items already on the shared list when this collection was opened. */
  start: number;
}

export interface MappingFrame extends OpenBlock {
  node: Mapping;
  expecting: "entry" | "explicit key" | "explicit colon" | "value";
  /** The key whose value comes next. */
  key: Node | undefined;
  indentless: false;
}

export interface SequenceFrame extends OpenBlock {
  node: Sequence;
  expecting: "item";
  key: undefined;
  /** Whether the list is in the same column as its parent mapping. */
  indentless: boolean;
}

/** Adds a complete node to the collection. */
export function addToBlock(state: ParseState, frame: BlockFrame, node: Node): void {
  if (frame.expecting === "item") {
    state.items.add(node);
  } else if (frame.expecting === "explicit key") {
    frame.key = node;
    frame.expecting = "explicit colon";
  } else {
    state.entries.add({ key: frame.key!, value: node });
    frame.key = undefined;
    frame.expecting = "entry";
  }
}

/** Opens a mapping whose first key starts at `start`, on the cursor's line. */
export function openMapping(
  state: ParseState,
  stack: BlockFrame[],
  properties: Properties | undefined,
  start: number,
): MappingFrame {
  const { cursor, source } = state;
  const frame: MappingFrame = {
    node: new Mapping(UNREAD, source, cursor.base + start),
    indent: start - cursor.lineStart,
    outerIndent: cursor.indent,
    expecting: "entry",
    start: state.entries.size,
    key: undefined,
    indentless: false,
  };
  open(state, stack, properties, frame);
  return frame;
}

/** Opens a list whose first dash is at the cursor. */
export function openSequence(
  state: ParseState,
  stack: BlockFrame[],
  properties: Properties | undefined,
  indentless: boolean,
): void {
  const { cursor, source } = state;
  open(state, stack, properties, {
    node: new Sequence(UNREAD, source, cursor.base + cursor.pos),
    indent: cursor.column,
    outerIndent: cursor.indent,
    expecting: "item",
    start: state.items.size,
    key: undefined,
    indentless,
  });
}

function open(state: ParseState, stack: BlockFrame[], properties: Properties | undefined, frame: BlockFrame): void {
  if (properties !== undefined) setProperties(state, frame.node, properties);
  stack.push(frame);
  state.cursor.indent = frame.indent;
  // Lists in the column of their key do not count, as in go-yaml.
  if (stack.length > MAX_DEPTH && stack.filter(({ indentless }) => !indentless).length > MAX_DEPTH) {
    state.cursor.fail(`collections are nested more than ${MAX_DEPTH} levels deep`);
  }
}
