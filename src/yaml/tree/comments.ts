/** Comments beside nodes, as go-yaml v3 has them on its nodes. Nodes themselves hold none: hardly anybody asks. */

import type { Node } from "./node.ts";

/** Each with its `#`; several lines are joined by line feeds. "" where there is none. */
export interface Comments {
  /** On the lines above. */
  head: string;
  /** Behind it on its line. */
  line: string;
  /** On the lines below. */
  foot: string;
}

/** The comments of a node; undefined where it has none. */
export type CommentsOf = (node: Node) => Comments | undefined;

/** A document, as it is written. */
export interface CommentedDocument {
  root: Node;
  /** Above everything, with an empty line below. */
  head: string;
  /** Below everything, with an empty line above. */
  foot: string;
  commentsOf: CommentsOf;
}
