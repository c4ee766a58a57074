/**
 * Large mappings that few builds inspect: one pass over the lines produces their canonical text, without creating
 * nodes.
 *
 * This takes a fraction of the time of parsing and printing. The pass handles the common ways to write such texts. At
 * anything else, including errors, it gives up, and the mapping is parsed normally.
 */

import {
  COLON,
  DOUBLE_QUOTE,
  GREATER_THAN,
  HASH,
  isAsciiLetter,
  isBlankOrEnd,
  LF,
  MINUS,
  NUL,
  PIPE,
  SINGLE_QUOTE,
  SPACE,
} from "../../../text/chars.ts";
import { CopyBuilder } from "../../../text/copy_builder.ts";
import type { Cursor } from "../../scan/cursor.ts";
import { compareKeys } from "../../write/key_order.ts";
import { KustError } from "../../../diagnostics/diagnostic.ts";
import { Scalar } from "../../tree/node.ts";
import { copyLiteral, LITERAL, literalEnd } from "./canonical_literal.ts";
import { plainTextEnd } from "./canonical_plain.ts";
import { type Level, Levels } from "./canonical_levels.ts";
import { plainLineEnd, plainWordEnd } from "../parse_plain_fields.ts";
import { type ParseState, readBlockScalar, readScalar } from "../parse_state.ts";
import { endLine, lineStart, pad, spacesAt } from "../../../text/lines.ts";
import { printKey, printScalar } from "../../write/print_scalar.ts";
import { resolvePlain } from "../../scalar/resolve.ts";

/** The result of `readCanonicalBlock`: the text of a mapping whose keys are in column `indent`, in parts. */
export interface CanonicalBlock {
  parts: readonly string[];
  indent: number;
  /** The part of the cursor's text that was read, in whole lines. */
  start: number;
  end: number;
}

/**
 * Reads the mapping that starts on the line below the cursor, to the right of column `outer`. `indent` is the column of
 * its keys in the output. Moves the cursor to the line after the mapping. If it gives up, returns undefined and leaves
 * the cursor alone.
 */
export function readCanonicalBlock(state: ParseState, outer: number, indent: number): CanonicalBlock | undefined {
  const { cursor, lastBlock } = state;
  const { pos, lineStart, indent: outerIndent } = cursor;
  if (!cursor.isSimple || cursor.text.charCodeAt(pos) !== LF) return undefined;
  const reader = new BlockReader(state, outer, indent);
  const end = reader.read(pos + 1);
  cursor.indent = outerIndent;
  state.lastBlock = lastBlock;
  if (end === undefined) {
    cursor.pos = pos;
    cursor.lineStart = lineStart;
    return undefined;
  }
  cursor.pos = cursor.lineStart = end;
  cursor.keyAllowed = true;
  return { parts: reader.parts(), indent, start: pos + 1, end };
}

class BlockReader {
  readonly #state: ParseState;
  readonly #cursor: Cursor;
  readonly #text: string;
  readonly #outer: number;
  readonly #levels: Levels;
  readonly #out: CopyBuilder;
  /** Keys known to be written unchanged. */
  readonly #simpleKeys = new Set<string>();
  /** Whether the value of the previous key follows on the next lines. */
  #isOpen = true;
  /** The start of the current line. */
  #line = 0;

  constructor(state: ParseState, outer: number, indent: number) {
    this.#state = state;
    this.#cursor = state.cursor;
    this.#text = state.cursor.text;
    this.#out = new CopyBuilder(this.#text);
    this.#outer = outer;
    this.#levels = new Levels(
      indent,
      (level, { key }) => state.blocks.add(level, key, this.#text, this.#line, this.#out),
    );
  }

  parts(): readonly string[] {
    return this.#out.parts();
  }

  /** Reads from the start of a line. Returns the start of the first line after the mapping, or undefined. */
  read(start: number): number | undefined {
    const text = this.#text;
    let line: number | undefined = start;
    while (line !== undefined) {
      this.#line = line;
      const pos: number = line + spacesAt(text, line);
      const code = text.charCodeAt(pos);
      if (code === LF) line = pos + 1;
      else if (code === HASH) return undefined;
      else if (pos - line <= this.#outer || code === NUL) return this.#isOpen ? undefined : line;
      else line = this.#enterLine(pos, pos - line, code);
    }
    return undefined;
  }

  /** Reads one or more lines from the first token. Returns the start of the next line. */
  #enterLine(pos: number, column: number, code: number): number | undefined {
    const isItem = code === MINUS && this.#text.charCodeAt(pos + 1) === SPACE;
    const level = this.#isOpen
      ? this.#levels.open(column, isItem, this.#line, this.#out.mark())
      : this.#levels.close(column, isItem);
    this.#isOpen = false;
    if (level === undefined) return undefined;
    if (isItem) return this.#item(level, pos);
    this.#begin(pos, column, level.indent);
    return this.#field(level, pos);
  }

  #item({ indent, column }: Level, dash: number): number | undefined {
    const text = this.#text;
    const pos = dash + 2 + spacesAt(text, dash + 2);
    this.#begin(dash, column, indent);
    if (pos === dash + 2) this.#out.copy(dash, pos);
    else this.#out.add("- ");
    const word = plainWordEnd(text, pos);
    if (text.charCodeAt(word) === COLON && isBlankOrEnd(text.charCodeAt(word + 1))) {
      const level = this.#levels.push(column + pos - dash, indent + 2, false, pos, undefined);
      return level && this.#field(level, pos);
    }
    return this.#value(pos, column, indent + 2, indent + 2);
  }

  #field(level: Level, pos: number): number | undefined {
    const text = this.#text;
    const end = isAsciiLetter(text.charCodeAt(pos)) ? plainWordEnd(text, pos) : pos;
    if (end === pos || text.charCodeAt(end) !== COLON) return undefined;
    const key = text.slice(pos, end);
    if (level.key !== "" && compareKeys(level.key, key) >= 0) return undefined;
    if (!this.#simpleKeys.has(key)) {
      // A key that is not text is refused with its place when it is printed.
      if (resolvePlain(key) !== undefined || printKey(new Scalar(key), false) !== key) return undefined;
      this.#simpleKeys.add(key);
    }
    level.key = key;
    const next = text.charCodeAt(end + 1);
    if (next === LF) {
      this.#out.copy(pos, end + 2);
      const known = this.#state.blocks.copy(level, text, end + 2, this.#out);
      this.#isOpen = known === undefined;
      return known ?? end + 2;
    }
    if (next !== SPACE) return undefined;
    this.#out.copy(pos, end + 2);
    const { column, indent } = level;
    return this.#value(end + 2, column, indent + key.length + 2, indent + 2);
  }

  /**
   * Reads and writes a scalar of a collection in `column`. It is written in column `at`, its further lines in `indent`.
   */
  #value(pos: number, column: number, at: number, indent: number): number | undefined {
    const text = this.#text;
    const next = isAsciiLetter(text.charCodeAt(pos)) ? plainTextEnd(text, pos, column, at, indent) : undefined;
    if (next !== undefined) return this.#out.copy(pos, next);
    const end = plainLineEnd(text, pos);
    if (end > pos && this.#isLastLine(end, column)) {
      return this.#write(new Scalar(text.slice(pos, end)), at, indent, end + 1);
    }
    if (text.startsWith("{}\n", pos) || text.startsWith("[]\n", pos)) {
      return this.#out.copy(pos, pos + 3);
    }
    const literal = text.startsWith(LITERAL, pos) ? literalEnd(text, pos + LITERAL.length, column) : undefined;
    if (literal !== undefined) return copyLiteral(this.#out, text, pos, literal, indent);
    const scalar = this.#scan(pos, column);
    return scalar && this.#write(scalar, at, indent, this.#nextLine(pos));
  }

  /** Whether a plain scalar that ends at `end` has no further lines. */
  #isLastLine(end: number, column: number): boolean {
    const spaces = spacesAt(this.#text, end + 1);
    return spaces <= column && this.#text.charCodeAt(end + 1 + spaces) !== LF;
  }

  /** Reads a quoted or multi-line scalar with the general scanner. */
  #scan(pos: number, column: number): Scalar | undefined {
    const cursor = this.#cursor;
    const code = this.#text.charCodeAt(pos);
    cursor.pos = pos;
    cursor.lineStart = lineStart(this.#text, pos);
    cursor.indent = column;
    if (code === PIPE || code === GREATER_THAN) return readBlockScalar(this.#state, code);
    const isQuoted = code === SINGLE_QUOTE || code === DOUBLE_QUOTE;
    if (!isQuoted && !isAsciiLetter(code) && code < 128) return undefined;
    const node = readScalar(this.#state, code);
    return node.kind === "scalar" ? node : undefined;
  }

  /** Writes a scalar and its line break. Returns `nextLine`, or undefined if the scalar has no single form. */
  #write(scalar: Scalar, at: number, indent: number, nextLine: number | undefined): number | undefined {
    try {
      const text = printScalar(scalar, at, indent, "block");
      if (scalar.style === "folded" && text !== printScalar(scalar, at, indent, "decoded")) return undefined;
      this.#out.add(endLine(text));
      return nextLine;
    } catch (error) {
      if (error instanceof KustError) return undefined;
      throw error;
    }
  }

  /** Writes the indentation of a line whose first token is at `pos`, in `column`. */
  #begin(pos: number, column: number, indent: number): void {
    if (column === indent) this.#out.copy(pos - column, pos);
    else this.#out.add(pad(indent));
  }

  /** The start of the line after the scalar scanned from `start`; undefined if its last line contains more. */
  #nextLine(start: number): number | undefined {
    const { text, lineStart, pos } = this.#cursor;
    // Some scalars end at the next token.
    if (lineStart > start && lineStart + spacesAt(text, lineStart) >= pos) return lineStart;
    const end = pos + spacesAt(text, pos);
    return text.charCodeAt(end) === LF ? end + 1 : undefined;
  }
}
