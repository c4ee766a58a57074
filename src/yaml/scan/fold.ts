/** Folds line breaks inside scalars other than block scalars: one becomes a space, n become n - 1. */

import { isBlank, isBreak, TAB } from "../../text/chars.ts";
import { type Cursor, readBreak } from "./cursor.ts";

/**
 * Skips line breaks and the blanks after them. Returns the folded text.
 *
 * Rejects a tab in a column before `indent`.
 */
export function foldBreaks(cursor: Cursor, indent: number): string {
  const first = readBreak(cursor);
  const rest = skipBreaks(cursor, indent);
  if (first !== "\n") return first + rest;
  return rest === "" ? " " : rest;
}

/** Skips blanks and line breaks. Returns the line breaks. */
export function skipBreaks(cursor: Cursor, indent: number): string {
  const { text } = cursor;
  const breaks = new Breaks();
  for (let code = text.charCodeAt(cursor.pos);; code = text.charCodeAt(cursor.pos)) {
    if (isBlank(code)) {
      if (code === TAB && cursor.column < indent) cursor.fail("a tab cannot be used for indentation: use spaces");
      cursor.pos++;
    } else if (isBreak(code)) {
      breaks.add(readBreak(cursor));
    } else {
      return breaks.text();
    }
  }
}

/** A run of line breaks, which may be long, so line feeds are only counted. */
export class Breaks {
  #text = "";
  #lineFeeds = 0;

  add(lineBreak: string): void {
    if (lineBreak === "\n") {
      this.#lineFeeds++;
    } else {
      this.#text = this.text() + lineBreak;
      this.#lineFeeds = 0;
    }
  }

  text(): string {
    return this.#text + "\n".repeat(this.#lineFeeds);
  }
}
