/** The comments of nodes parsed from resource texts, for printers that write such nodes again. */

import { KustError } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { readComments } from "../../yaml/comments/read_comments.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import type { Comments, CommentsOf } from "../../yaml/tree/comments.ts";
import type { Node } from "../../yaml/tree/node.ts";
import { splitDocuments, type TextPart } from "./split_documents.ts";

/** A document of a source; its comments are parsed on demand. */
interface Part extends TextPart {
  comments: ReadonlyMap<string, Comments> | undefined;
}

/** Finds comments by the places of nodes, which copied and changed nodes keep. */
export function sourceComments(): CommentsOf {
  const partsOf = new Map<Source, Part[]>();
  return (node) => {
    const { source, start } = node;
    if (source === undefined || !source.text.includes("#")) return undefined;
    let parts = partsOf.get(source);
    if (parts === undefined) partsOf.set(source, parts = partsIn(source));
    const part = parts.find(({ end }) => start < end) ?? parts.at(-1);
    if (part === undefined) return undefined;
    part.comments ??= commentsIn(source, part);
    return part.comments.get(placeKey(node));
  };
}

function partsIn(source: Source): Part[] {
  const parts = succeeding(() => splitDocuments(source)) ?? [{ start: 0, end: source.text.length }];
  return parts.map((part) => ({ ...part, comments: undefined }));
}

function commentsIn(source: Source, { start, end }: TextPart): ReadonlyMap<string, Comments> {
  const comments = new Map<string, Comments>();
  const root = succeeding(() => parseDocument(source, { start, end, uniqueKeys: false }));
  if (root === undefined) return comments;
  const { commentsOf } = readComments(root, start, end);
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const found = commentsOf(node);
    if (found !== undefined) comments.set(placeKey(node), found);
    if (node.kind === "sequence") waiting.push(...node.items);
    if (node.kind === "mapping") waiting.push(...node.entries.flatMap(({ key, value }) => [key, value]));
  }
  return comments;
}

/** An embedded text need not be one of resources. */
function succeeding<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof KustError) return undefined;
    throw error;
  }
}

function placeKey({ kind, start }: Node): string {
  return `${kind} ${start}`;
}
