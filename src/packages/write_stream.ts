/** Writes resources as one text, like kyaml's writer. */

import { encodeJson } from "../yaml/value/json.ts";
import { toPlain } from "../yaml/value/plain.ts";
import { expandAliases } from "../yaml/value/expand.ts";
import { INTERNAL } from "../history/history_annotations.ts";
import { baseName } from "../text/paths.ts";
import type { CommentedDocument, Comments, CommentsOf } from "../yaml/tree/comments.ts";
import { Mapping, type Node, Scalar, Sequence } from "../yaml/tree/node.ts";
import { printCommented } from "../yaml/write/print_styled.ts";
import { clearEmptyAnnotations } from "../model/empty_annotations.ts";
import { clearAnnotation } from "./annotations.ts";
import { INDEX, pathOf } from "./package_annotations.ts";
import type { Item } from "./pipeline.ts";
import { pushAll } from "../text/push_all.ts";

export interface WriteOptions {
  /** Whether the annotations of the reader stay. */
  keepsAnnotations?: boolean;
  /** Other annotations to remove. */
  clears?: readonly string[];
  /** Names of styles for the root of each resource. */
  styles?: readonly string[];
  /** The list to put the resources in. */
  wrapping?: Wrapping | undefined;
}

export interface Wrapping {
  apiVersion: string;
  kind: string;
  functionConfig?: Item | undefined;
}

/** Changes the annotations and styles of the items. */
export function writeStream(items: readonly Item[], options: WriteOptions): string {
  return writeInParts(items, options).join("");
}

/** The text as a part for each resource: the whole may exceed the maximum length of a string. */
export function writeInParts(items: readonly Item[], options: WriteOptions): string[] {
  const { wrapping, styles = [] } = options;
  const single = wrapping === undefined && items.length === 1 ? items[0] : undefined;
  const json = single !== undefined && /\.json$/.test(baseName(pathOf(single.root))) ? single : undefined;
  for (const { root } of items) clearAnnotations(root, options);
  if (json !== undefined) return [`${encodeJson(toPlain(expandAliases(json.root)), "  ")}\n`];
  const all = items.map((item) => styled(item, styles));
  if (wrapping !== undefined) return [printCommented(wrapped(all, wrapping, styles))];
  return all.map((item, index) => `${index === 0 ? "" : "---\n"}${printCommented(item)}`);
}

function clearAnnotations(root: Node, { keepsAnnotations, clears = [] }: WriteOptions): void {
  const added = keepsAnnotations === true ? [] : [INDEX.present, INDEX.legacy, `${INTERNAL}seqindent`];
  for (const name of [...added, ...clears]) clearAnnotation(root, name);
  clearEmptyAnnotations(root);
}

/** Only these two styles have an effect on a mapping; any known style replaces the node's own. */
function styled(item: Item, styles: readonly string[]): Item {
  const { root, commentsOf } = item;
  if (root.kind !== "mapping" || !styles.some((style) => STYLES.includes(style))) return item;
  // Without a place in a text, it has no written tag either.
  const copy = new Mapping(root.entries);
  copy.flow = styles.includes("FlowStyle");
  copy.anchor = root.anchor;
  copy.tag = root.tag === "" || root.tag === "!!map" ? styles.includes("TaggedStyle") ? "!!map" : "" : root.tag;
  return { ...item, root: copy, commentsOf: (node) => commentsOf(node === copy ? root : node) };
}

export const STYLES = [
  "TaggedStyle",
  "DoubleQuotedStyle",
  "SingleQuotedStyle",
  "LiteralStyle",
  "FoldedStyle",
  "FlowStyle",
];

/** The comments around the documents are lost. */
function wrapped(
  items: readonly Item[],
  { apiVersion, kind, functionConfig }: Wrapping,
  styles: readonly string[],
): CommentedDocument {
  const list = new Mapping();
  list.set("apiVersion", new Scalar(apiVersion));
  list.set("kind", new Scalar(kind));
  list.set("items", new Sequence(items.map(({ root }) => root)));
  if (functionConfig !== undefined) list.set("functionConfig", functionConfig.root);
  list.flow = styles.includes("FlowStyle");
  const all = functionConfig === undefined ? items : [...items, functionConfig];
  return { root: list, head: "", foot: "", commentsOf: commentsOfAny(all) };
}

/** Items of one text share their comments, but each may have received others since. */
function commentsOfAny(items: readonly Item[]): CommentsOf {
  const found = new Map<Node, Comments>();
  for (const { root, commentsOf } of items) {
    const waiting = [root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      const comments = commentsOf(node);
      if (comments !== undefined) found.set(node, comments);
      if (node.kind === "sequence") pushAll(waiting, node.items);
      if (node.kind === "mapping") pushAll(waiting, node.entries.flatMap(({ key, value }) => [key, value]));
    }
  }
  return (node) => found.get(node);
}
