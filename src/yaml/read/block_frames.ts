/** The block collections that are open while a document is parsed. */

import { Mapping, type Node, Sequence } from "../tree/node.ts";
import { UNREAD } from "./contents.ts";
import { type ParseState, type Properties, setProperties } from "./parse_state.ts";
import { MAX_DEPTH } from "../tree/limits.ts";

/** What a mapping waits for. A list waits for an "item". */
type Expecting = "entry" | "explicit key" | "explicit colon" | "value" | "item";

/** An open collection. Mappings and lists share one shape for speed. */
export interface Frame {
  node: Mapping | Sequence;
  /** The column of its contents. */
  indent: number;
  /** The column of the collection around it, to which its end returns. */
  outerIndent: number;
  expecting: Expecting;
  /** How many entries or items other collections had added when this one was opened. */
  start: number;
  /** The key whose value is read, in a mapping. */
  key: Node | undefined;
  /** A list in the column of the mapping that holds it. */
  indentless: boolean;
}

/** Puts a complete node where the collection waits for it. */
export function addTo(state: ParseState, frame: Frame, node: Node): void {
  if (frame.node.kind === "sequence") {
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

/** Opens a mapping whose first key starts at `start`, on the line of the cursor. */
export function openMapping(
  state: ParseState,
  stack: Frame[],
  properties: Properties | undefined,
  start: number,
): Frame {
  const { cursor, source } = state;
  const node = new Mapping(UNREAD, source, cursor.base + start);
  return open(state, stack, properties, {
    node,
    indent: start - cursor.lineStart,
    outerIndent: cursor.indent,
    expecting: "entry",
    start: state.entries.size,
    key: undefined,
    indentless: false,
  });
}

/** Opens a list whose first dash is at the cursor. */
export function openSequence(
  state: ParseState,
  stack: Frame[],
  properties: Properties | undefined,
  indentless: boolean,
): void {
  const { cursor, source } = state;
  const node = new Sequence(UNREAD, source, cursor.base + cursor.pos);
  open(state, stack, properties, {
    node,
    indent: cursor.column,
    outerIndent: cursor.indent,
    expecting: "item",
    start: state.items.size,
    key: undefined,
    indentless,
  });
}

function open(state: ParseState, stack: Frame[], properties: Properties | undefined, frame: Frame): Frame {
  if (properties !== undefined) setProperties(state, frame.node, properties);
  stack.push(frame);
  state.cursor.indent = frame.indent;
  // Lists in the column of their key count for nothing, as in go-yaml.
  if (stack.length > MAX_DEPTH && stack.filter(({ indentless }) => !indentless).length > MAX_DEPTH) {
    state.cursor.fail(`collections are nested more than ${MAX_DEPTH} levels deep`);
  }
  return frame;
}
