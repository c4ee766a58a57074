/** The output of go-yaml v3's emitter, with its state at the end of the text. */

import { isBreak } from "../../text/chars.ts";

export class StyledOutput {
  readonly #pieces: string[] = [];
  column = 0;
  /** Whether the next token needs no space before it. */
  isSpaced = true;
  /** Whether the line has nothing yet but indentation and indicators. */
  isIndented = true;
  /**
   * The column of the foot comment above, which an empty line separates from what follows in its column; otherwise -1.
   */
  footColumn = -1;
  /** The column of the current collection; -1 outside all. */
  indent = -1;

  toString(): string {
    return this.#pieces.join("");
  }

  /** Adds text without line breaks. */
  add(text: string): void {
    this.#pieces.push(text);
    this.column += text.length;
  }

  addBreak(lineBreak = "\n"): void {
    this.#pieces.push(lineBreak);
    this.column = 0;
    this.isIndented = true;
  }

  /** Adds text that may have line breaks. */
  addLines(text: string): void {
    let end = text.length;
    while (end > 0 && !isBreak(text.charCodeAt(end - 1))) end--;
    this.#pieces.push(text);
    this.column = end === 0 ? this.column + text.length : text.length - end;
    this.isIndented = end === text.length;
  }

  /** Adds a space if one is needed. */
  space(): void {
    if (!this.isSpaced) this.add(" ");
  }

  /** Adds an indicator that needs no space before it. */
  indicate(indicator: string): void {
    this.add(indicator);
    this.isSpaced = this.isIndented = false;
  }

  write(text: string): void {
    this.space();
    this.indicate(text);
  }

  /** Adds an indicator, or nothing, in the column of the collection. */
  beginLine(indicator: string): void {
    this.indentLine();
    this.add(indicator);
    this.isSpaced = indicator === "";
  }

  /** Moves to the column of the collection, on a new line unless the current one is empty up to there. */
  indentLine(): void {
    const indent = Math.max(0, this.indent);
    if (!this.isIndented || this.column > indent || (this.column === indent && !this.isSpaced)) this.addBreak();
    if (this.footColumn === indent) this.addBreak();
    this.add(" ".repeat(Math.max(0, indent - this.column)));
    this.isSpaced = true;
    this.footColumn = -1;
  }

  /** Adds a comment and a line break. */
  comment(text: string): void {
    let isNewLine = false;
    for (const { line, lineBreak } of linesOf(text)) {
      if (line !== "") {
        if (isNewLine) this.indentLine();
        this.add(line.startsWith("#") ? line : `# ${line}`);
      }
      isNewLine = lineBreak !== "";
      if (isNewLine) this.addBreak(lineBreak);
    }
    if (!isNewLine) this.addBreak();
    this.isSpaced = true;
  }
}

function linesOf(text: string): { line: string; lineBreak: string }[] {
  return Array.from(text.matchAll(/([^\n]*)(\n|$)/g), ([, line = "", lineBreak = ""]) => ({ line, lineBreak }))
    .filter(({ line, lineBreak }) => line + lineBreak !== "");
}
