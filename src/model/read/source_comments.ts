/** What go-yaml knows of nodes parsed from resource texts, for those who write or hash such nodes again. */

import { KustError } from "../../diagnostics/diagnostic.ts";
import { Source } from "../../diagnostics/source.ts";
import { lineAt } from "../../text/lines.ts";
import { readComments } from "../../yaml/comments/read_comments.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import type { Comments, CommentsOf } from "../../yaml/tree/comments.ts";
import type { Node } from "../../yaml/tree/node.ts";
import { splitDocuments, type TextPart } from "./split_documents.ts";
import { pushAll } from "../../text/push_all.ts";

/** A node in the text that it was read from. */
export interface TextNode {
  /** As parsed. */
  node: Node;
  comments: Comments;
  /** Its place in the document, at its first property if it has any. */
  offset: number;
  document: TextDocument;
}

export interface TextDocument {
  /** With line feeds only. */
  text: string;
  /** By kind and place of the node in the given text. */
  nodes: ReadonlyMap<string, TextNode>;
}

/** A document of a source, which is parsed again on demand. */
interface Part extends TextPart {
  document: TextDocument | undefined;
}

/** Finds comments by the places of nodes, which copied and changed nodes keep. */
export function sourceComments(): CommentsOf {
  const nodeOf = textNodes();
  return (node) => node.source?.text.includes("#") && !isOmitted(node) ? nodeOf(node)?.comments : undefined;
}

/** Finds nodes in their texts by their places. */
export function textNodes(): (node: Node) => TextNode | undefined {
  const partsOf = new Map<Source, Part[]>();
  return (node) => {
    const { source, start } = node;
    if (source === undefined) return undefined;
    let parts = partsOf.get(source);
    if (parts === undefined) partsOf.set(source, parts = partsIn(source));
    const part = parts.findLast((one) => one.start <= start) ?? parts[0];
    if (part === undefined) return undefined;
    part.document ??= readPart(source, part);
    const { nodes } = part.document;
    // The node may have become another, or its text empty.
    return nodes.get(placeKey(node, start)) ?? nodes.get(`${start}`) ?? nodes.get(`scalar ${start}`);
  };
}

function partsIn(source: Source): Part[] {
  const parts = succeeding(() => splitDocuments(source)) ?? [{ start: 0, end: source.text.length }];
  return parts.map((part) => ({ ...part, document: undefined }));
}

function readPart(source: Source, part: TextPart): TextDocument {
  const nodes = new Map<string, TextNode>();
  const { text, placeIn } = withoutReturns(source.text.slice(part.start, part.end));
  const document = { text, nodes };
  const root = succeeding(() => parseDocument(new Source(source.name, text), { uniqueKeys: false, dialect: "v3" }));
  if (root === undefined) return document;
  const { commentsOf, startOf } = readComments(root);
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const [comments, offset] = [commentsOf(node), startOf(node)];
    if (comments !== undefined && offset !== undefined) {
      nodes.set(placeKey(node, part.start + placeIn(node.start)), { node, comments, offset, document });
    }
    if (node.kind === "sequence") pushAll(waiting, node.items);
    if (node.kind === "mapping") pushAll(waiting, node.entries.flatMap(({ key, value }) => [key, value]));
  }
  return document;
}

/** An omitted scalar has the place of the node after it. */
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

function placeKey(node: Node, start: number): string {
  return isOmitted(node) ? `${start}` : `${node.kind} ${start}`;
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
