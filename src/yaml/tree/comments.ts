/** The comments of nodes, as in go-yaml v3. Nodes do not store them, because they are rarely needed. */

import type { Node } from "./node.ts";

/** Comments include their `#`; several lines are joined by line feeds. "" if there is none. */
export interface Comments {
  /** On the lines above. */
  head: string;
  /** After it on the same line. */
  line: string;
  /** On the lines below. */
  foot: string;
}

export const NO_COMMENTS: Comments = { head: "", line: "", foot: "" };

/** The comments of a node; undefined if it has none. */
export type CommentsOf = (node: Node) => Comments | undefined;

/** A document with its comments. */
export interface CommentedDocument {
  root: Node;
  /** Above everything, with an empty line below. */
  head: string;
  /** Below everything, with an empty line above. */
  foot: string;
  commentsOf: CommentsOf;
}
