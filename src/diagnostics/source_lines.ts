/** The lines of a text, counted from the one that an error is in. */

import { lineAt, lineStarts } from "../text/lines.ts";
import type { Diagnostic, Place } from "./diagnostic.ts";

/** The parts of a diagnostic that replace those of the original error. */
export interface Mistake {
  message: string;
  place: Place;
  hint: string;
}

/** Recognizes one kind of mistake in the lines around an error. */
export type FindMistake = (error: Diagnostic, lines: SourceLines) => Mistake | undefined;

/** The patterns of mistakes take quadratic time. */
const MAX_LINE = 1000;

export class SourceLines {
  readonly #place: Place;
  readonly #starts: number[];
  /** Index of the line of the error. */
  readonly at: number;

  constructor(place: Place) {
    this.#place = place;
    this.#starts = lineStarts(place.source.text);
    this.at = lineAt(this.#starts, place.offset);
  }

  /** The line at an index, without its break; "" outside the text, and for a line that nobody has written by hand. */
  text(index: number): string {
    const { text } = this.#place.source;
    const start = this.#starts[index];
    const end = this.#starts[index + 1] ?? text.length;
    return start === undefined || end - start > MAX_LINE ? "" : text.slice(start, end).replace(/\r?\n$/, "");
  }

  place(index: number, column = 0): Place {
    return { source: this.#place.source, offset: (this.#starts[index] ?? 0) + column };
  }

  /** The first of the lines that match `pattern`, with the match. */
  find(pattern: RegExp, indexes: Iterable<number>): { index: number; match: RegExpExecArray } | undefined {
    for (const index of indexes) {
      const match = pattern.exec(this.text(index));
      if (match !== null) return { index, match };
    }
    return undefined;
  }

  /** The line of the error, and those next to it, which may be outside of the text. */
  near(): number[] {
    return [this.at, this.at + 1, this.at - 1];
  }

  /** All lines. */
  all(): Iterable<number> {
    return this.#starts.keys();
  }
}
