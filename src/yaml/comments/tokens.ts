/** The tokens of a text, as go-yaml's scanner distinguishes them, and the comments between them. */

export type TokenKind =
  | "stream start"
  | "stream end"
  | "directive"
  | "document start"
  | "document end"
  | "block sequence start"
  | "block mapping start"
  | "block end"
  | "flow sequence start"
  | "flow sequence end"
  | "flow mapping start"
  | "flow mapping end"
  | "block entry"
  | "flow entry"
  | "key"
  | "value"
  | "alias"
  | "anchor"
  | "tag"
  | "scalar";

export interface Token {
  kind: TokenKind;
  /** An offset in the text. A "block end" comes before the comments that follow the block. */
  start: number;
}

/** Scanned comments that wait for the token that they belong to. */
export interface ScannedComment {
  head: string;
  line: string;
  foot: string;
  /** They belong to the first token that is looked at and starts here or later. */
  token: number;
  /** Offset, line and column of the first `#`; the column starts at 1, but at 0 for comments after a token. */
  start: number;
  startLine: number;
  column: number;
  /** Where the search that found the comments began and ended. */
  scanStart: number;
  end: number;
}
