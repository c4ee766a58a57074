/**
 * The tokens of a valid text and the comments between them, in go-yaml v3's order: where a comment belongs depends on
 * how far its scanner has looked ahead.
 */

import {
  COLON,
  COMMA,
  DOT,
  GREATER_THAN,
  HASH,
  isBlank,
  isBlankOrEnd,
  isBreak,
  isBreakOrEnd,
  LEFT_BRACE,
  LEFT_BRACKET,
  MINUS,
  NUL,
  PERCENT,
  PIPE,
  QUESTION,
  RIGHT_BRACE,
  RIGHT_BRACKET,
  SPACE,
  TAB,
} from "../../text/chars.ts";
import { atDocumentMark, type Cursor, endOfLine, readBreak } from "../scan/cursor.ts";
import { scanBlockScalar } from "../scan/block_scalar.ts";
import { passNode } from "./pass_node.ts";
import { PossibleKeys } from "./possible_keys.ts";
import { LOOKAHEAD, scanComments } from "./scan_comments.ts";
import { TextLines } from "./text_lines.ts";
import type { ScannedComment, Token, TokenKind } from "./tokens.ts";

export class TokenScanner {
  readonly #cursor: Cursor;
  readonly #lines: TextLines;
  readonly tokens: Token[] = [];
  readonly comments: ScannedComment[] = [];
  readonly #indents: number[] = [];
  readonly #keys: PossibleKeys;
  /** Number of tokens that have been passed. */
  #passed = 0;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
    this.#lines = new TextLines(cursor.text);
    this.#keys = new PossibleKeys(this.#lines);
    this.#add("stream start", 0);
  }

  /** The token at an index, once all tokens before it have been looked at. Scans as far ahead as go-yaml does. */
  at(index: number): Token {
    this.#passed = index;
    while (this.tokens.length - index <= 2 || this.#mayBeKey(index)) this.#scanNext();
    return this.tokens[index]!;
  }

  #mayBeKey(index: number): boolean {
    return this.tokens.at(-1)!.kind !== "stream end" && this.#keys.mayBeginAt(index, this.#cursor.pos);
  }

  /** After an empty document, a colon may make a key of it, which go-yaml puts last. */
  #add(kind: TokenKind, start: number, index = Infinity): void {
    this.tokens.splice(index < this.#passed ? Infinity : index, 0, { kind, start });
  }

  #scanNext(): void {
    const cursor = this.#cursor;
    const from = cursor.pos;
    this.#skipToToken();
    const code = cursor.text.charCodeAt(cursor.pos);
    this.#endBlocks(cursor.pos - cursor.lineStart, from);
    if (code === NUL) return this.#mark("stream end", 0);
    if (code === PERCENT && cursor.pos === cursor.lineStart) {
      this.#mark("directive", 0);
      cursor.pos = endOfLine(cursor, cursor.pos);
      if (isBreak(cursor.text.charCodeAt(cursor.pos))) readBreak(cursor);
      return;
    }
    if (atDocumentMark(cursor)) return this.#mark(code === DOT ? "document end" : "document start", 3);
    // A comment after a colon or a comma belongs to the token before that.
    const closes = cursor.flowLevel === 0 ? code === COLON : code === COMMA;
    const token = closes ? this.tokens.at(-1)!.start : cursor.pos;
    this.#scanToken(code);
    if (this.tokens.at(-1)!.kind !== "block entry") this.#scanLineComment(token);
  }

  /** A token that ends all blocks. */
  #mark(kind: TokenKind, length: number): void {
    const cursor = this.#cursor;
    this.#endBlocks(-1, cursor.pos);
    this.#keys.forget();
    cursor.keyAllowed = false;
    this.#add(kind, cursor.pos);
    cursor.pos += length;
  }

  #skipToToken(): void {
    const cursor = this.#cursor;
    const { text, pos: from } = cursor;
    for (;;) {
      let code = text.charCodeAt(cursor.pos);
      while (code === SPACE || (code === TAB && (cursor.flowLevel > 0 || !cursor.keyAllowed))) {
        code = text.charCodeAt(++cursor.pos);
      }
      if (code === HASH) {
        const { indent, flowLevel, pos } = cursor;
        const scan = { text, lines: this.#lines, from, pos, indent, inFlow: flowLevel > 0, tokens: this.tokens };
        cursor.pos = scanComments(scan, this.comments);
        cursor.lineStart = cursor.pos - this.#lines.columnOf(cursor.pos);
        code = text.charCodeAt(cursor.pos);
      }
      if (!isBreak(code)) return;
      readBreak(cursor);
      if (cursor.flowLevel === 0) cursor.keyAllowed = true;
    }
  }

  #scanLineComment(token: number): void {
    const cursor = this.#cursor;
    const { text } = cursor;
    if (this.#lines.breaksBefore(cursor.pos) > 0) return;
    let start = cursor.pos;
    while (start - cursor.pos < LOOKAHEAD - 1 && isBlank(text.charCodeAt(start))) start++;
    if (text.charCodeAt(start) !== HASH) return;
    let end = start;
    while (!isBreakOrEnd(text.charCodeAt(end))) end++;
    cursor.pos = end;
    this.#putLineComment(token, start, end);
  }

  #putLineComment(token: number, start: number, end: number): void {
    const place = { startLine: this.#lines.lineOf(start), column: this.#lines.columnOf(start), scanStart: 0, end: 0 };
    this.comments.push({ head: "", line: this.#cursor.text.slice(start, end), foot: "", token, start, ...place });
  }

  /** Ends the blocks further right than `column`, before the comments that are no longer inside them. */
  #endBlocks(column: number, from: number): void {
    const cursor = this.#cursor;
    if (cursor.flowLevel > 0) return;
    let at = from - 1;
    while (cursor.indent > column) {
      let stop = at;
      for (let i = this.comments.length - 1; i >= 0; i--) {
        const comment = this.comments[i]!;
        if (comment.end < stop) break;
        if (comment.column === cursor.indent + 1) at = comment.start;
        stop = comment.scanStart;
      }
      this.#add("block end", at);
      cursor.indent = this.#indents.pop()!;
    }
  }

  #beginBlock(
    column: number,
    kind: "block sequence start" | "block mapping start",
    start: number,
    index?: number,
  ): void {
    const cursor = this.#cursor;
    if (cursor.flowLevel > 0 || cursor.indent >= column) return;
    this.#indents.push(cursor.indent);
    cursor.indent = column;
    this.#add(kind, start, index);
  }

  #noteKey(): void {
    if (this.#cursor.keyAllowed) this.#keys.note(this.tokens.length, this.#cursor.pos);
  }

  #scanToken(code: number): void {
    const { text, pos, flowLevel } = this.#cursor;
    const isIndicator = isBlankOrEnd(text.charCodeAt(pos + 1));
    switch (code) {
      case LEFT_BRACKET:
        return this.#openFlow("flow sequence start");
      case LEFT_BRACE:
        return this.#openFlow("flow mapping start");
      case RIGHT_BRACKET:
        return this.#closeFlow("flow sequence end");
      case RIGHT_BRACE:
        return this.#closeFlow("flow mapping end");
      case COMMA:
        return this.#indicate("flow entry", true);
      case MINUS:
        return isIndicator ? this.#scanDash() : this.#scanScalar(code);
      case QUESTION:
        return flowLevel > 0 || isIndicator ? this.#scanQuestionMark() : this.#scanScalar(code);
      case COLON:
        return flowLevel > 0 || isIndicator ? this.#scanColon() : this.#scanScalar(code);
      default:
        return this.#scanScalar(code);
    }
  }

  #openFlow(kind: TokenKind): void {
    this.#noteKey();
    this.#keys.enter(this.tokens.length, this.#cursor.pos);
    this.#cursor.flowLevel++;
    this.#step(kind, true);
  }

  #closeFlow(kind: TokenKind): void {
    this.#keys.forget();
    this.#keys.leave();
    if (this.#cursor.flowLevel > 0) this.#cursor.flowLevel--;
    this.#step(kind, false);
  }

  #indicate(kind: TokenKind, keyAllowed: boolean): void {
    this.#keys.forget();
    this.#step(kind, keyAllowed);
  }

  /** A single-character token. */
  #step(kind: TokenKind, keyAllowed: boolean): void {
    this.#cursor.keyAllowed = keyAllowed;
    this.#add(kind, this.#cursor.pos++);
  }

  #scanDash(): void {
    const { pos, lineStart } = this.#cursor;
    this.#beginBlock(pos - lineStart, "block sequence start", pos);
    this.#indicate("block entry", true);
  }

  #scanQuestionMark(): void {
    const { pos, lineStart, flowLevel } = this.#cursor;
    this.#beginBlock(pos - lineStart, "block mapping start", pos);
    this.#indicate("key", flowLevel === 0);
  }

  #scanColon(): void {
    const { pos, lineStart, flowLevel } = this.#cursor;
    const key = this.#keys.confirmedAt(pos);
    if (key !== undefined) {
      this.#add("key", key.start, key.token);
      this.#beginBlock(this.#lines.columnOf(key.start), "block mapping start", key.start, key.token);
      this.#keys.forget();
      return this.#step("value", false);
    }
    this.#beginBlock(pos - lineStart, "block mapping start", pos);
    this.#step("value", flowLevel === 0);
  }

  #scanScalar(code: number): void {
    const cursor = this.#cursor;
    const start = cursor.pos;
    if ((code === PIPE || code === GREATER_THAN) && cursor.flowLevel === 0) return this.#scanBlockScalar();
    this.#noteKey();
    cursor.keyAllowed = false;
    this.#add(passNode(cursor, code), start);
  }

  #scanBlockScalar(): void {
    const cursor = this.#cursor;
    const { text, pos: start } = cursor;
    this.#keys.forget();
    const header = /^[|>][-+0-9]*[ \t]*/.exec(text.slice(start, endOfLine(cursor, start)))!;
    const comment = start + header[0].length;
    if (text.charCodeAt(comment) === HASH) this.#putLineComment(start, comment, endOfLine(cursor, comment));
    scanBlockScalar(cursor);
    cursor.keyAllowed = true;
    this.#add("scalar", start);
  }
}
