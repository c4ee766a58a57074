/** What go-yaml knows of a node from the text that it was read from: its place, and the comments around it. */

import type { Merged } from "../../model/merged.ts";
import { type TextDocument, textNodes } from "../../model/read/source_comments.ts";
import { addToList } from "../../text/multimap.ts";
import { TextLines } from "../../yaml/comments/text_lines.ts";
import { type Comments, NO_COMMENTS } from "../../yaml/tree/comments.ts";
import { isTagWritten } from "../../yaml/scalar/written_tag.ts";
import type { Node } from "../../yaml/tree/node.ts";

export interface NodeFacts {
  /** Counted from 1 in its document, since kustomize reads one at a time. */
  line: number;
  /** Counted from 1 in code points. */
  column: number;
  comments: Comments;
  /** The node as it was read; undefined if kustomize has made it. */
  read: Node | undefined;
  /** Whether a tag is part of its style. */
  isTagged: boolean;
}

const MADE: NodeFacts = { line: 0, column: 0, comments: NO_COMMENTS, read: undefined, isTagged: false };

export class TextFacts {
  readonly #textNodeOf = textNodes();
  readonly #linesOf = new Map<TextDocument, TextLines>();
  /** The lists and mappings of patches that were merged into one, in order; for a scalar, what it was. */
  readonly #mergesOf = new Map<Node, Node[]>();

  constructor(merges: readonly Merged[] = []) {
    for (const [target, patch] of merges) addToList(this.#mergesOf, target, patch);
  }

  /** Notes that `copy` stands for a node, which has been merged with others. */
  copied<T extends Node>(copy: T, node: Node): T {
    const merges = this.#mergesOf.get(node);
    if (merges !== undefined) this.#mergesOf.set(copy, merges);
    return copy;
  }

  of(node: Node): NodeFacts {
    const merges = this.#mergesOf.get(node) ?? [];
    const found = this.#textNodeOf(node);
    const others = node.kind === "scalar" ? [] : merges;
    const comments = others.reduce(
      (sum, other) => overwritten(sum, this.#textNodeOf(other)?.comments),
      found?.comments ?? NO_COMMENTS,
    );
    if (found === undefined) return { ...MADE, comments };
    return {
      ...this.#placeOf(found.document, found.offset),
      comments,
      read: found.node,
      isTagged: isTagWritten(node.kind === "scalar" && merges[0] || node),
    };
  }

  #placeOf(document: TextDocument, offset: number): Pick<NodeFacts, "line" | "column"> {
    const { text } = document;
    const lines = this.#linesOf.get(document) ?? new TextLines(text);
    this.#linesOf.set(document, lines);
    const start = offset - lines.columnOf(offset);
    return { line: lines.lineOf(offset) + 1, column: [...text.slice(start, offset)].length + 1 };
  }
}

/** A merge gives the comments of a list or mapping of a patch to the one of the target. */
function overwritten(comments: Comments, by = NO_COMMENTS): Comments {
  return { head: by.head || comments.head, line: by.line || comments.line, foot: by.foot || comments.foot };
}
