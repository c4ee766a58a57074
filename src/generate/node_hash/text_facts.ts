/** What go-yaml knows of a node from the text that it was read from: its place, and the comments around it. */

import type { Place } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { sourceComments } from "../../model/read/source_comments.ts";
import { splitDocuments, type TextPart } from "../../model/read/split_documents.ts";
import { pushAll } from "../../text/push_all.ts";
import { readDocument } from "../../yaml/read/parse.ts";
import { type Comments, type CommentsOf, NO_COMMENTS } from "../../yaml/tree/comments.ts";
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
interface Part extends TextPart {
  /** Aliases move nodes to other places. */
  hasAliases: boolean;
}

export class TextFacts {
  readonly #parts = new Map<Source, readonly Part[]>();
  readonly #commentsOf: CommentsOf = sourceComments();

  /** The facts about a node with a source. */
  of(node: Node): TextNode {
    const { source, offset } = markOf(node);
    const document = this.#documentAt(source, node.start);
    const lead = source.text.slice(document?.start, offset);
    if (document?.hasAliases === true || hasProperty(lead)) return failUnhashable("it has an alias or a tag", node);
    // A value that is left out comes before the comments after its key.
    const lines = lead.replace(/(?:\s+#.*)+$/, "").split("\n");
    return {
      line: lines.length,
      column: [...lines.at(-1) ?? ""].length + 1,
      comments: this.#commentsOf(node) ?? NO_COMMENTS,
    };
  }

  /** Whether two nodes were read from the same document. */
  areInOneDocument(a: Node, b: Node): boolean {
    const { source } = a;
    return source !== undefined && b.source === source &&
      this.#documentAt(source, a.start) === this.#documentAt(source, b.start);
  }

  /** Whether a list or mapping of a document has a comment. */
  hasCommentedCollection(place: Place): boolean {
    const root = this.documentOf(place);
    const waiting = root === undefined ? [] : [root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node.kind !== "scalar" && Object.values(this.#commentsOf(node) ?? NO_COMMENTS).some((text) => text !== "")) {
        return true;
      }
      if (node.kind === "sequence") pushAll(waiting, node.items);
      else if (node.kind === "mapping") { for (const { key, value } of node.entries) waiting.push(key, value); }
    }
    return false;
  }

  /** The document of a place, read again. */
  documentOf({ source, offset }: Place): Node | undefined {
    const part = this.#documentAt(source, offset);
    return readDocument(source, { uniqueKeys: false, dialect: "v3", ...part })?.root;
  }

  #documentAt(source: Source, offset: number): Part | undefined {
    const parts = this.#parts.get(source) ?? partsOf(source);
    this.#parts.set(source, parts);
    return parts.findLast(({ start }) => start <= offset);
  }
}

/** Where go-yaml has a node with a source. In brackets, a value that is left out has the place of the next token. */
function markOf(node: Node): Place {
  const { source, offset } = placeOf(node)!;
  return { source, offset: /[,}\]]/.test(source.text.charAt(node.start)) ? node.start : offset };
}

function partsOf(source: Source): Part[] {
  return splitDocuments(source).map((part) => ({
    ...part,
    hasAliases: readDocument(source, { uniqueKeys: false, dialect: "v3", ...part })?.hasAliases === true,
  }));
}

/** Whether a text ends with a tag or an anchor, apart from comments: go-yaml places the node there. */
function hasProperty(lead: string): boolean {
  return /(?:^|[\s,[{])[&!]\S*(?:\s+#.*)*\s+$/.test(lead.slice(lead.lastIndexOf("\n", lead.length - 1000) + 1));
}
