/** Describes a node of an unexpected kind in messages. */

import type { Dialect } from "../scalar/dialect.ts";
import type { Node, Scalar } from "../tree/node.ts";
import { resolvePlain, tagOf } from "../scalar/resolve.ts";
import { describeKind } from "../tree/describe.ts";

const LONGEST_TEXT = 60;

const NOUNS = new Map(Object.entries({
  "!!int": "the number",
  "!!float": "the number",
  "!!bool": "the boolean",
  "!!timestamp": "the date",
}));

/** `the string 'nginx'`, `the number 5`, `null`, `a list`, … */
export function describeNode(node: Node, dialect: Dialect = "v3"): string {
  if (node.kind !== "scalar") return describeKind(node.kind);
  const tag = tagBy(dialect, node);
  if (tag === "!!null") return "null";
  const text = node.value.replaceAll("\n", "\\n");
  const shown = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  const noun = NOUNS.get(tag);
  return noun === undefined ? `the string '${shown}'` : `${noun} ${shown}`;
}

function tagBy(dialect: Dialect, scalar: Scalar): string {
  const isPlain = scalar.tag === "" && scalar.style === "plain";
  return (isPlain ? resolvePlain(scalar.value, dialect)?.tag : undefined) ?? tagOf(scalar);
}
