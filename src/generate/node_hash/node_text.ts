/** Nodes as Go's JSON encoder writes those of go-yaml. */

import { encodeJsonString } from "../../text/go_values.ts";
import { resolvePlain, tagOf } from "../../yaml/scalar/resolve.ts";
import { NO_COMMENTS } from "../../yaml/tree/comments.ts";
import { type Mapping, type Node, Scalar, type ScalarStyle, type Sequence } from "../../yaml/tree/node.ts";
import { EMPTIED } from "../../merge/field_walk.ts";
import type { TextFacts, TextNode } from "./text_facts.ts";

/** go-yaml's numbers of kinds and styles. */
const KINDS = { sequence: 2, mapping: 4, scalar: 8, alias: 16 };
const STYLES: Record<ScalarStyle, number> = { plain: 0, double: 2, single: 4, literal: 8, folded: 16 };
const FLOW = 32;

/** A node that was not read from a text. */
const MADE: TextNode = { line: 0, column: 0, comments: NO_COMMENTS };

/** The JSON text of a tree without aliases. */
export function nodeText(root: Mapping, facts: TextFacts): string {
  let text = "";
  // Texts and nodes yet to be written, the next one last, as nesting may be deep.
  const waiting: (string | Node)[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === "string") text += next;
    else for (const part of partsOf(next, facts).reverse()) waiting.push(part);
  }
  return text;
}

function partsOf(node: Node, facts: TextFacts): (string | Node)[] {
  const { line, column, comments } = node.source === undefined ? MADE : facts.of(node);
  const value = node.kind === "scalar" ? node.value : "";
  return [
    `{"Kind":${KINDS[node.kind]},"Style":${styleOf(node)},"Tag":${quoted(shownTag(node))},"Value":${quoted(value)},`,
    `"Anchor":"","Alias":null,"Content":`,
    ...contentOf(node, facts),
    `,"HeadComment":${quoted(comments.head)},"LineComment":${quoted(comments.line)},`,
    `"FootComment":${quoted(comments.foot)},"Line":${line},"Column":${column}}`,
  ];
}

const quoted = encodeJsonString;

function styleOf(node: Node): number {
  if (node.kind === "scalar") return STYLES[node.style];
  return node.kind !== "alias" && node.flow ? FLOW : 0;
}

/** go-yaml gives every node that it reads a tag; others have the one that they were made with, if any. */
function shownTag(node: Node): string {
  if (node.kind === "scalar" && node.isTyped) return resolvePlain(node.value)?.tag ?? "!!str";
  return node.source === undefined ? node.tag : tagOf(node);
}

function contentOf(node: Node, facts: TextFacts): (string | Node)[] {
  if (node.kind === "scalar" || node.kind === "alias") return ["null"];
  const content = node.kind === "sequence" ? node.items : fieldsOf(node, facts);
  if (content.length === 0) return [isWrittenEmpty(node) ? "null" : "[]"];
  return ["[", ...content.flatMap((one, at) => at === 0 ? [one] : [",", one]), "]"];
}

/** The keys that belong to the text of a mapping come one after the other. A merge makes the keys that it adds. */
function fieldsOf(mapping: Mapping, facts: TextFacts): Node[] {
  let last = mapping.start - 1;
  return mapping.entries.flatMap(({ key, value }) => {
    const isOwn = key.start > last && facts.areInOneDocument(mapping, key);
    if (isOwn) last = key.start;
    return [isOwn || key.kind !== "scalar" ? key : new Scalar(key.value, key.style, key.tag), value];
  });
}

/** Whether an empty list or mapping never had content. */
function isWrittenEmpty({ source, start }: Mapping | Sequence): boolean {
  return source === undefined ? start !== EMPTIED : /^[[{]\s*[\]}]/.test(source.text.slice(start, start + 100));
}
