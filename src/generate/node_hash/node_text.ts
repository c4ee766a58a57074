/** Nodes as Go's JSON encoder writes those of go-yaml. */

import { encodeJsonString } from "../../text/go_values.ts";
import { resolvePlain, tagOf } from "../../yaml/scalar/resolve.ts";
import { type Mapping, type Node, type ScalarStyle, scalarText } from "../../yaml/tree/node.ts";
import { EMPTIED } from "../../merge/field_walk.ts";
import type { TextFacts } from "./text_facts.ts";

/** go-yaml's numbers of kinds and styles. */
const KINDS = { sequence: 2, mapping: 4, scalar: 8, alias: 16 };
const STYLES: Record<ScalarStyle, number> = { plain: 0, double: 2, single: 4, literal: 8, folded: 16 };
const TAGGED = 1;
const FLOW = 32;

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
  const { line, column, comments, read, isTagged } = facts.of(node);
  const value = scalarText(node.kind === "scalar" ? node : read);
  return [
    `{"Kind":${KINDS[node.kind]},"Style":${(isTagged ? TAGGED : 0) | styleOf(node)},"Tag":${
      quoted(shownTag(node, read))
    },"Value":${quoted(value)},`,
    `"Anchor":"","Alias":null,"Content":`,
    ...contentOf(node, read),
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
function shownTag(node: Node, read: Node | undefined): string {
  if (node.kind === "scalar") {
    return node.isTyped ? resolvePlain(node.value)?.tag ?? "!!str" : read ? tagOf(node) : node.tag;
  }
  // kustomize turns a null into a mapping with a tag, or a list without one; its text stays.
  return read?.kind === node.kind || read && node.kind === "mapping" ? tagOf(node) : node.tag;
}

function contentOf(node: Node, read: Node | undefined): (string | Node)[] {
  if (node.kind === "scalar") return ["null"];
  const content = contentsOf(node);
  if (content.length === 0) return [wasEmpty(node, read) ? "null" : "[]"];
  return ["[", ...content.flatMap((one, at) => at === 0 ? [one] : [",", one]), "]"];
}

/** Whether an empty list or mapping never had content. */
function wasEmpty({ start }: Node, read: Node | undefined): boolean {
  return read === undefined ? start !== EMPTIED : contentsOf(read).length === 0;
}

function contentsOf(node: Node): Node[] {
  if (node.kind === "mapping") return node.entries.flatMap(({ key, value }) => [key, value]);
  return node.kind === "sequence" ? node.items : [];
}
