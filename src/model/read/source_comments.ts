/** The comments of nodes parsed from resource texts, for printers that write such nodes again. */

import { KustError } from "../../diagnostics/diagnostic.ts";
import { Source } from "../../diagnostics/source.ts";
import { lineAt } from "../../text/lines.ts";
import { readComments } from "../../yaml/comments/read_comments.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import type { Comments, CommentsOf } from "../../yaml/tree/comments.ts";
import type { Node } from "../../yaml/tree/node.ts";
import { splitDocuments, type TextPart } from "./split_documents.ts";
import { pushAll } from "../../text/push_all.ts";

/** A document of a source; its comments are parsed on demand. */
interface Part extends TextPart {
  comments: ReadonlyMap<string, Comments> | undefined;
}

/** Finds comments by the places of nodes, which copied and changed nodes keep. */
export function sourceComments(): CommentsOf {
  const partsOf = new Map<Source, Part[]>();
  return (node) => {
    const { source, start } = node;
    if (source === undefined || !source.text.includes("#") || isOmitted(node)) return undefined;
    let parts = partsOf.get(source);
    if (parts === undefined) partsOf.set(source, parts = partsIn(source));
    const part = parts.find(({ end }) => start < end) ?? parts.at(-1);
    if (part === undefined) return undefined;
    part.comments ??= commentsIn(source, part);
    return part.comments.get(placeKey(node.kind, start));
  };
}

function partsIn(source: Source): Part[] {
  const parts = succeeding(() => splitDocuments(source)) ?? [{ start: 0, end: source.text.length }];
  return parts.map((part) => ({ ...part, comments: undefined }));
}

function commentsIn(source: Source, part: TextPart): ReadonlyMap<string, Comments> {
  const comments = new Map<string, Comments>();
  const { text, placeIn } = withoutReturns(source.text.slice(part.start, part.end));
  const root = succeeding(() => parseDocument(new Source(source.name, text), { uniqueKeys: false, dialect: "v3" }));
  if (root === undefined) return comments;
  const { commentsOf } = readComments(root);
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const found = commentsOf(node);
    if (found !== undefined && !isOmitted(node)) {
      comments.set(placeKey(node.kind, part.start + placeIn(node.start)), found);
    }
    if (node.kind === "sequence") pushAll(waiting, node.items);
    if (node.kind === "mapping") pushAll(waiting, node.entries.flatMap(({ key, value }) => [key, value]));
  }
  return comments;
}

/** An omitted scalar has no comments, but the place of the node after it. */
function isOmitted(node: Node): boolean {
  return node.kind === "scalar" && node.style === "plain" && node.value === "";
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

function placeKey(kind: Node["kind"], start: number): string {
  return `${kind} ${start}`;
}

/**
 * A text of resources as kustomize parses it, with each CRLF as a line feed: to go-yaml, the two characters would be an
 * empty line after a comment. `placeIn` is the place in the given text.
 */
function withoutReturns(given: string): { text: string; placeIn: (place: number) => number } {
  const lines = given.split("\r\n");
  if (lines.length === 1) return { text: given, placeIn: (place) => place };
  const text = lines.join("\n");
  const starts = [0];
  for (const line of lines) starts.push(starts[starts.length - 1]! + line.length + 1);
  return { text, placeIn: (place) => place + lineAt(starts, place) };
}
