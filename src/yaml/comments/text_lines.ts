/** Lines and columns of a text, with all line breaks that go-yaml recognizes. */

import { lineAt } from "../../text/lines.ts";
import { CR, isBlank, isBreak, LF } from "../../text/chars.ts";

export class TextLines {
  readonly #text: string;
  readonly #starts = [0];

  constructor(text: string) {
    this.#text = text;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (!isBreak(code)) continue;
      if (code === CR && text.charCodeAt(at + 1) === LF) at++;
      this.#starts.push(at + 1);
    }
  }

  /** The line number, starting at 0. */
  lineOf(offset: number): number {
    return lineAt(this.#starts, offset);
  }

  /** The column, starting at 0. */
  columnOf(offset: number): number {
    return offset - this.#starts[this.lineOf(offset)]!;
  }

  /** The number of line breaks between the last nonblank character before `offset`, and `offset`. */
  breaksBefore(offset: number): number {
    let at = offset;
    while (isBlank(this.#text.charCodeAt(at - 1)) || isBreak(this.#text.charCodeAt(at - 1))) at--;
    return this.lineOf(offset) - this.lineOf(at);
  }
}
