/** The names of node kinds and tags in messages: users know lists and strings, not sequences and `!!str`. */

import type { Node } from "./node.ts";

const KINDS: Record<Node["kind"], string> = {
  scalar: "a single value",
  mapping: "a mapping",
  sequence: "a list",
  alias: "an alias",
};

const TAGS = new Map(Object.entries({
  "!!str": "a string",
  "!!int": "an integer",
  "!!float": "a number",
  "!!bool": "a boolean",
  "!!null": "null",
  "!!timestamp": "a date",
  "!!binary": "binary data",
  "!!merge": "a merge key",
}));

/** `a mapping`, `a list`, … */
export function describeKind(kind: Node["kind"]): string {
  return KINDS[kind];
}

/** `a text`, `a whole number`, …; other tags are returned unchanged. */
export function describeTag(tag: string): string {
  return TAGS.get(tag) ?? tag;
}
