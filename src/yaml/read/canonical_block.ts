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
} from "../../text/chars.ts";
import { CopyBuilder } from "../../text/copy_builder.ts";
import type { Cursor } from "../scan/cursor.ts";
import { compareKeys } from "../write/key_order.ts";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { Scalar } from "../tree/node.ts";
import { plainLineEnd, plainWordEnd } from "./parse_plain_fields.ts";
import { type ParseState, readBlockScalar, readScalar } from "./parse_state.ts";
import { endLine, pad } from "../../text/lines.ts";
import { printKey, printScalar } from "../write/print_scalar.ts";
import { isSurelyText, resolvePlain } from "../scalar/resolve.ts";
import { V2_WIDTH } from "../scalar/forms.ts";

/** The result of `readCanonicalBlock`: the text of a mapping whose keys are in column `indent`. */
export interface CanonicalBlock {
  text: string;
  indent: number;
  /** The part of the cursor's text that was read, in whole lines. */
  start: number;
  end: number;
}

/** An open collection. */
interface Level {
  /** Its column in the input, and in the output. */
  column: number;
  indent: number;
  isSequence: boolean;
  /** The previous key of a mapping. */
  key: string;
}

const BEYOND_PRINTABLE_ASCII = /[^ -~\n]/;

/** The parser handles deeper collections. */
const DEPTH_LIMIT = 500;

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
    cursor.keyAllowed = false;
    return undefined;
  }
  cursor.pos = cursor.lineStart = end;
  cursor.keyAllowed = true;
  return { text: reader.text(), indent, start: pos + 1, end };
}

class BlockReader {
  readonly #state: ParseState;
  readonly #cursor: Cursor;
  readonly #text: string;
  readonly #outer: number;
  readonly #indent: number;
  readonly #levels: Level[] = [];
  readonly #out: CopyBuilder;
  /** Keys known to be written unchanged. */
  readonly #simpleKeys = new Set<string>();
  /** Whether the value of the previous key follows on the next lines. */
  #isOpen = true;

  constructor(state: ParseState, outer: number, indent: number) {
    this.#state = state;
    this.#cursor = state.cursor;
    this.#text = state.cursor.text;
    this.#out = new CopyBuilder(this.#text);
    this.#outer = outer;
    this.#indent = indent;
  }

  text(): string {
    return this.#out.text();
  }

  /** Reads from the start of a line. Returns the start of the first line after the mapping, or undefined. */
  read(start: number): number | undefined {
    const text = this.#text;
    let line: number | undefined = start;
    while (line !== undefined) {
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
    const level = this.#isOpen ? this.#open(column, isItem) : this.#close(column, isItem);
    if (level === undefined) return undefined;
    if (isItem) return this.#item(level, pos);
    this.#begin(pos, column, level.indent);
    return this.#field(level, pos);
  }

  /** Opens a collection that starts in `column`. */
  #open(column: number, isSequence: boolean): Level | undefined {
    const outer = this.#levels.at(-1);
    this.#isOpen = false;
    if (outer === undefined) return isSequence ? undefined : this.#push(column, this.#indent, false);
    if (isSequence ? column < outer.column : column <= outer.column) return undefined;
    return this.#push(column, isSequence ? outer.indent : outer.indent + 2, isSequence);
  }

  #push(column: number, indent: number, isSequence: boolean): Level | undefined {
    if (this.#levels.length === DEPTH_LIMIT) return undefined;
    const level = { column, indent, isSequence, key: "" };
    this.#levels.push(level);
    return level;
  }

  /** Closes the collections that do not continue in `column`. Returns the one that does. */
  #close(column: number, isItem: boolean): Level | undefined {
    const levels = this.#levels;
    let level = levels[levels.length - 1];
    while (level !== undefined && (level.column > column || (level.column === column && level.isSequence && !isItem))) {
      levels.pop();
      level = levels[levels.length - 1];
    }
    return level?.column === column && level.isSequence === isItem ? level : undefined;
  }

  #item({ indent, column }: Level, dash: number): number | undefined {
    const text = this.#text;
    const pos = dash + 2 + spacesAt(text, dash + 2);
    this.#begin(dash, column, indent);
    if (pos === dash + 2) this.#out.copy(dash, pos);
    else this.#out.add("- ");
    const word = plainWordEnd(text, pos);
    if (word > pos && text.charCodeAt(word) === COLON && isBlankOrEnd(text.charCodeAt(word + 1))) {
      const level = this.#push(column + pos - dash, indent + 2, false);
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
      this.#isOpen = true;
      return this.#out.copy(pos, end + 2);
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
    const end = plainLineEnd(text, pos);
    if (end > pos && this.#isLastLine(end, column)) {
      const value = text.slice(pos, end);
      const isAsIs = isAsciiLetter(text.charCodeAt(pos)) && isSurelyText(value) && at + value.length <= V2_WIDTH;
      return isAsIs ? this.#out.copy(pos, end + 1) : this.#write(new Scalar(value), at, indent, end + 1);
    }
    if (text.startsWith("{}\n", pos) || text.startsWith("[]\n", pos)) {
      return this.#out.copy(pos, pos + 3);
    }
    const literalEnd = text.startsWith("|-\n", pos) ? this.#literalEnd(pos + 3, column) : undefined;
    if (literalEnd !== undefined) return this.#keepLiteral(pos, literalEnd, indent);
    const scalar = this.#scan(pos, column);
    return scalar && this.#write(scalar, at, indent, this.#nextLine(pos));
  }

  /**
   * The start of the line after a literal text that can be copied except for its indentation: at least two lines of
   * printable ASCII, none of them empty or with trailing space. Undefined for all other texts. `start` is that of its
   * first line.
   */
  #literalEnd(start: number, column: number): number | undefined {
    const text = this.#text;
    const width = spacesAt(text, start);
    if (width <= column) return undefined;
    let line = start;
    let count = 0;
    for (let spaces = width; spaces >= width; spaces = spacesAt(text, line)) {
      const end = text.indexOf("\n", line);
      if (end <= line + width || text.charCodeAt(end - 1) === SPACE) return undefined;
      line = end + 1;
      count++;
    }
    const next = text.charCodeAt(line + spacesAt(text, line));
    const isSimple = count > 1 && next !== LF && next !== NUL && !BEYOND_PRINTABLE_ASCII.test(text.slice(start, line));
    return isSimple ? line : undefined;
  }

  /** Writes the literal text whose indicator is at `pos`. Returns `end`. */
  #keepLiteral(pos: number, end: number, indent: number): number {
    const text = this.#text;
    const start = pos + 3;
    const width = spacesAt(text, start);
    if (width === indent) return this.#out.copy(pos, end);
    this.#out.copy(pos, start);
    for (let line = start; line < end;) {
      this.#out.add(pad(indent));
      line = this.#out.copy(line + width, text.indexOf("\n", line) + 1);
    }
    return end;
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
    cursor.lineStart = this.#text.lastIndexOf("\n", pos - 1) + 1;
    cursor.indent = column;
    if (code === PIPE || code === GREATER_THAN) return readBlockScalar(this.#state, code);
    const isQuoted = code === SINGLE_QUOTE || code === DOUBLE_QUOTE;
    if (!isQuoted && !isAsciiLetter(code) && code < 128) return undefined;
    const node = readScalar(this.#state, code);
    return node.kind === "scalar" ? node : undefined;
  }

  /** Writes a scalar and its line break. Returns `nextLine`, or undefined if the scalar cannot be written. */
  #write(scalar: Scalar, at: number, indent: number, nextLine: number | undefined): number | undefined {
    try {
      this.#out.add(endLine(printScalar(scalar, at, indent, false)));
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

function spacesAt(text: string, start: number): number {
  let pos = start;
  while (text.charCodeAt(pos) === SPACE) pos++;
  return pos - start;
}
