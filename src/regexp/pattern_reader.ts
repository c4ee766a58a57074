/** The current position in a pattern that is being parsed. */

import { fail, type Place } from "../diagnostics/diagnostic.ts";
import { ownValue } from "../text/own_value.ts";

export class PatternReader {
  readonly #pattern: string;
  readonly #place: Place | undefined;
  /** Offset in UTF-16 units. */
  at = 0;

  constructor(pattern: string, place: Place | undefined) {
    this.#pattern = pattern;
    this.#place = place;
  }

  get atEnd(): boolean {
    return this.at >= this.#pattern.length;
  }

  /** The unit at distance `ahead`, "" beyond the end. */
  peek(ahead = 0): string {
    return this.#pattern.charAt(this.at + ahead);
  }

  /** Reads one code point, which must exist. */
  next(): number {
    const char = this.#pattern.codePointAt(this.at)!;
    this.at += char > 0xffff ? 2 : 1;
    return char;
  }

  skip(length: number): void {
    this.at += length;
  }

  /** Skips `text` if it comes next. Returns whether it did. */
  skipText(text: string): boolean {
    if (!this.#pattern.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** The offset of the next `text`, or -1. */
  find(text: string): number {
    return this.#pattern.indexOf(text, this.at);
  }

  slice(start: number, end: number): string {
    return this.#pattern.slice(start, end);
  }

  /** The rest of the pattern. */
  rest(): string {
    return this.#pattern.slice(this.at);
  }

  /** Rejects the pattern with Go's message, for the text between two offsets. */
  fail(reason: string, start: number, end?: number): never {
    const hint = ownValue(HINTS, reason);
    fail("invalid-pattern", `error parsing regexp: ${reason}: \`${this.#pattern.slice(start, end)}\``, {
      place: this.#place,
      hint,
    });
  }
}

const HINTS: Record<string, string> = {
  "missing argument to repetition operator": "this is a regular expression: to match anything, write .*",
  "invalid escape sequence":
    "patterns use Go's RE2 syntax: no backreferences, and only punctuation may be escaped freely",
  "invalid or unsupported Perl syntax": "patterns use Go's RE2 syntax: no lookahead or lookbehind",
  "invalid named capture": "a group name consists of letters, digits and '_'; lookbehind is not supported",
};
