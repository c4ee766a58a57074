/** The tokens of a text, as go-yaml's scanner tells them apart, and comments between them. */

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
  /** An offset in the text. A "block end" stands before the comments that follow the block. */
  start: number;
}

/** Comments that are scanned, and wait for the token that they belong to. */
export interface ScannedComment {
  head: string;
  line: string;
  foot: string;
  /** They belong to the first token that is looked at and starts here or later. */
  token: number;
  /** Where the first `#` is, with its line; and its column, counted from 1, for comments behind a token from 0. */
  start: number;
  startLine: number;
  column: number;
  /** Where the look for comments began that found them, and where it ended. */
  scanStart: number;
  end: number;
}
