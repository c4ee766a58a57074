/** What go-yaml knows of a node from the text that it was read from: its place, and the comments around it. */

import type { Place } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { splitDocuments } from "../../model/read/split_documents.ts";
import { pushAll } from "../../text/push_all.ts";
import { readComments } from "../../yaml/comments/read_comments.ts";
import { readDocument } from "../../yaml/read/parse.ts";
import { type Comments, NO_COMMENTS } from "../../yaml/tree/comments.ts";
import type { Node } from "../../yaml/tree/node.ts";
import { placeOf } from "../../yaml/tree/place.ts";
import { failUnhashable } from "./unhashable.ts";

export interface TextNode {
  /** Counted from 1 in its document, since kustomize reads one at a time. */
  line: number;
  /** Counted from 1 in code points. */
  column: number;
  comments: Comments;
}

/** A document of a text. */
interface Document {
  /** Its offset. */
  start: number;
  /** The comments of its nodes, by `idOf`. */
  comments: ReadonlyMap<string, Comments>;
}

export class TextFacts {
  readonly #documents = new Map<Source, readonly Document[]>();

  /** The facts about a node with a source. */
  of(node: Node): TextNode {
    const { source, offset } = placeOf(node)!;
    const document = this.#documentAt(source, node.start);
    const comments = document?.comments.get(idOf(node));
    if (document === undefined || comments === undefined || hasProperty(source.text, offset)) {
      return failUnhashable("it has an anchor, a tag, or an item of a list of resources", node);
    }
    const lines = source.text.slice(document.start, offset).split("\n");
    return { line: lines.length, column: [...lines.at(-1) ?? ""].length + 1, comments };
  }

  /** Whether two nodes were read from the same document. */
  areInOneDocument(a: Node, b: Node): boolean {
    const { source } = a;
    return source !== undefined && b.source === source &&
      this.#documentAt(source, a.start) === this.#documentAt(source, b.start);
  }

  /** Whether a list or mapping of a document has a comment. */
  hasCommentedCollection({ source, offset }: Place): boolean {
    return [...this.#documentAt(source, offset)?.comments ?? []].some(([id, { head, line, foot }]) =>
      !id.startsWith("scalar") && head + line + foot !== ""
    );
  }

  #documentAt(source: Source, offset: number): Document | undefined {
    let documents = this.#documents.get(source);
    if (documents === undefined) {
      documents = splitDocuments(source).map(({ start, end }) => ({ start, comments: commentsIn(source, start, end) }));
      this.#documents.set(source, documents);
    }
    return documents.findLast(({ start }) => start <= offset);
  }
}

function commentsIn(source: Source, start: number, end: number): Map<string, Comments> {
  const found = new Map<string, Comments>();
  const root = readDocument(source, { uniqueKeys: false, start, end })?.root;
  if (root === undefined) return found;
  const { commentsOf } = readComments(root, start, end);
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.set(idOf(node), commentsOf(node) ?? NO_COMMENTS);
    if (node.kind === "sequence") pushAll(waiting, node.items);
    else if (node.kind === "mapping") { for (const { key, value } of node.entries) waiting.push(key, value); }
  }
  return found;
}

function idOf({ kind, start }: Node): string {
  return `${kind} ${start}`;
}

/** Whether a tag or an anchor comes before an offset: then go-yaml places the node there. */
function hasProperty(text: string, offset: number): boolean {
  return /(?:^|[\s,[{])[&!]\S*\s+$/.test(text.slice(Math.max(0, offset - 1000), offset));
}
