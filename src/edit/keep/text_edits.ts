/** Changes of a text, collected and then made at once. */

interface TextEdit {
  start: number;
  end: number;
  text: string;
}

export class TextEdits {
  readonly text: string;
  /** How the lines of the text end. */
  readonly #lineBreak: string;
  #edits: TextEdit[] = [];

  constructor(text: string) {
    this.text = text;
    this.#lineBreak = /\r?\n/.exec(text)?.[0] ?? "\n";
  }

  /** Puts `text` in the place of what stands from `start` up to `end`. */
  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text: text.replace(/\r?\n/g, this.#lineBreak) });
  }

  /** Puts `text` in the place of all from `start` up to `end`, whatever was to change there. */
  replaceAll(start: number, end: number, text: string): void {
    this.#edits = this.#edits.filter((edit) => !isWithin(edit, start, end));
    this.replace(start, end, text);
  }

  /** Puts `text` before the character at `offset`; of several at one place the first stays first. */
  insert(offset: number, text: string): void {
    this.replace(offset, offset, text);
  }

  /** Puts whole lines, each with its line break, before the line that starts at `offset`, which may be the text's end. */
  insertLines(offset: number, lines: string): void {
    const breakBefore = offset > 0 && this.text[offset - 1] !== "\n" ? "\n" : "";
    this.insert(offset, breakBefore + lines);
  }

  /** The whole text with the changes made. They must not overlap. */
  apply(): string {
    return this.#applied(this.#edits, 0, this.text.length);
  }

  /** The part of the text from `start` to `end` with the changes in it made; what is inserted at `start` belongs before it. */
  applyWithin(start: number, end: number): string {
    return this.#applied(this.#edits.filter((edit) => isWithin(edit, start, end)), start, end);
  }

  #applied(edits: TextEdit[], start: number, end: number): string {
    // Sorting is stable; what is inserted stands before what is replaced at the same place.
    const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
    const parts: string[] = [];
    let at = start;
    for (const edit of sorted) {
      parts.push(this.text.slice(at, Math.max(at, edit.start)), edit.text);
      at = Math.max(at, edit.end);
    }
    parts.push(this.text.slice(at, end));
    return parts.join("");
  }
}

function isWithin(edit: TextEdit, start: number, end: number): boolean {
  return edit.start >= start && edit.end > start && edit.end <= end;
}
