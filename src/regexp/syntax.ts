/** The syntax tree of a pattern. */

import type { CharSet } from "./char_set.ts";

export type Assertion = "begin-text" | "end-text" | "begin-line" | "end-line" | "word-boundary" | "no-word-boundary";

/**
 * `height` counts the nodes down to the deepest leaf, and `copies` how often nested counted repetitions repeat a leaf, at
 * most.
 */
export type Syntax = { readonly height: number; readonly copies: number } & SyntaxBody;

export type SyntaxBody =
  | { readonly op: "literal"; readonly char: number }
  | { readonly op: "set"; readonly set: CharSet }
  | { readonly op: "assertion"; readonly assertion: Assertion }
  /** A capture group, counted from 1. */
  | { readonly op: "group"; readonly index: number; readonly sub: Syntax }
  /** No sub: matches the empty text. */
  | { readonly op: "concat"; readonly subs: readonly Syntax[] }
  | { readonly op: "alternate"; readonly subs: readonly Syntax[] }
  /** `max` is Infinity for `*`, `+` and `{n,}`. */
  | {
    readonly op: "repeat";
    readonly sub: Syntax;
    readonly min: number;
    readonly max: number;
    readonly greedy: boolean;
  };

export function subsOf(syntax: SyntaxBody): readonly Syntax[] {
  switch (syntax.op) {
    case "group":
    case "repeat":
      return [syntax.sub];
    case "concat":
    case "alternate":
      return syntax.subs;
    default:
      return [];
  }
}
