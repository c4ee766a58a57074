/**
 * Scans comments on their own lines like go-yaml v3. Columns and empty lines decide which belong to the node above
 * (foot) and which to the node below (head).
 */

import { DELETE, HASH, isBlank, isBreak, isBreakOrEnd, NUL, RIGHT_BRACE, RIGHT_BRACKET } from "../../text/chars.ts";
import type { TextLines } from "./text_lines.ts";
import type { ScannedComment, Token } from "./tokens.ts";

/** How far go-yaml looks ahead for the next comment. */
export const LOOKAHEAD = 512;

/** The scanner's state at a `#`. */
export interface CommentScan {
  /** The text, followed by a NUL. */
  text: string;
  lines: TextLines;
  /** Where the search for the next token began. */
  from: number;
  /** The position of the `#`. */
  pos: number;
  /** The column of the innermost block collection. */
  indent: number;
  inFlow: boolean;
  /** All tokens before it. */
  tokens: readonly Token[];
}

/** Appends the comments from a `#` on to `comments`. Returns the end of the last one. */
export function scanComments(scan: CommentScan, comments: ScannedComment[]): number {
  const run = new CommentRun(scan, comments);
  run.scan();
  return run.pos;
}

class CommentRun {
  readonly #scan: CommentScan;
  readonly #comments: ScannedComment[];
  readonly #indent: number;
  /** The token above, and the line on which a comment must start to be its foot. */
  readonly #above: Token;
  readonly #footLine: number;
  /** The end of the text consumed so far. */
  pos: number;
  #text = "";
  #scanStart: number;
  #token: number;
  /** Start of the comment being collected. go-yaml counts its absence as all zeros. */
  #start = { offset: 0, line: 0, column: 0 };

  constructor(scan: CommentScan, comments: ScannedComment[]) {
    this.#scan = scan;
    this.#comments = comments;
    this.#indent = Math.max(0, scan.indent);
    this.pos = scan.pos;
    this.#scanStart = scan.from;
    const { tokens } = scan;
    const last = tokens.at(-1)!;
    this.#above = last.kind === "flow entry" ? tokens.at(-2) ?? last : last;
    this.#token = this.#above.start;
    this.#footLine = footLineOf(scan);
  }

  scan(): void {
    const { lines, inFlow } = this.#scan;
    let line = lines.lineOf(this.pos);
    let column = lines.columnOf(this.pos);
    let wasEmpty = false;
    let isFirstEmpty = lines.breaksBefore(this.pos) <= 1;
    let peek = 0;
    for (; peek < LOOKAHEAD; peek++) {
      const at = this.pos + peek;
      const code = this.#codeAt(at);
      column++;
      if (isBlank(code)) continue;
      const closes = inFlow && (code === RIGHT_BRACKET || code === RIGHT_BRACE);
      if (closes || isBreakOrEnd(code)) {
        if (closes || !wasEmpty) {
          if (closes || isFirstEmpty && this.#isFoot()) this.#putFoot(at, true);
          else if (this.#text !== "" && code !== NUL) this.#text += "\n";
        }
        if (!isBreak(code)) break;
        isFirstEmpty = false;
        wasEmpty = true;
        column = 0;
        line++;
        continue;
      }
      // A comment further left is the foot of the node above, and not the head of the node below.
      if (column - 1 < this.#indent && column !== this.#start.column) this.#putFoot(at, false);
      if (code !== HASH) break;
      if (this.#text === "") this.#start = { offset: at, line, column };
      else this.#text += "\n";
      wasEmpty = false;
      this.#read(at);
      // go-yaml counts lines and columns from the line of the comment.
      peek = 0;
      column = 0;
      line = lines.lineOf(this.pos);
    }
    if (this.#text !== "") this.#put("head", this.#start.offset, this.pos + peek - 1);
  }

  /** go-yaml looks ahead by bytes: to it, the rest of a break of several bytes is neither blank nor a break. */
  #codeAt(at: number): number {
    const { text } = this.#scan;
    if (at >= text.length) return NUL;
    const before = at > this.pos ? text.charCodeAt(at - 1) : NUL;
    return before > DELETE && isBreak(before) ? DELETE : text.charCodeAt(at);
  }

  #read(from: number): void {
    const { text } = this.#scan;
    let end = from;
    while (!isBreakOrEnd(text.charCodeAt(end))) end++;
    this.#text += text.slice(from, end);
    this.pos = end;
  }

  /** Whether the comment before an empty line belongs to the node above. */
  #isFoot(): boolean {
    const isBelow = this.#start.line === this.#footLine && this.#above.kind !== "value";
    return isBelow || this.#start.column - 1 < this.#indent;
  }

  /** @param mayBeApart Whether a comment further left is unrelated to the token above. */
  #putFoot(end: number, mayBeApart: boolean): void {
    if (this.#text === "") return;
    const isApart = mayBeApart && this.#start.column - 1 < this.#indent;
    this.#put("foot", isApart ? this.#start.offset : this.#token, end);
    this.#scanStart = end;
    this.#token = end;
    this.#text = "";
  }

  #put(place: "head" | "foot", token: number, end: number): void {
    const { offset, line, column } = this.#start;
    this.#comments.push({
      head: "",
      line: "",
      foot: "",
      [place]: this.#text,
      token,
      start: offset,
      startLine: line,
      column,
      scanStart: this.#scanStart,
      end,
    });
  }
}

function footLineOf({ lines, from, pos }: CommentScan): number {
  if (lines.lineOf(from) === 0) return -1;
  const breaks = lines.breaksBefore(pos);
  const line = lines.lineOf(pos) - breaks + 1;
  return breaks === 0 && lines.columnOf(pos) > 1 ? line + 1 : line;
}
