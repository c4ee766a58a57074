/** Collects edits of a text and applies them together. */

interface TextEdit {
  start: number;
  end: number;
  text: string;
}

export class TextEdits {
  readonly text: string;
  /** The line break that the text uses. */
  readonly #lineBreak: string;
  #edits: TextEdit[] = [];

  constructor(text: string) {
    this.text = text;
    this.#lineBreak = /\r?\n/.exec(text)?.[0] ?? "\n";
  }

  /** Replaces the text from `start` to `end` with `text`. */
  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text: text.replace(/\r?\n/g, this.#lineBreak) });
  }

  /** Replaces everything from `start` to `end`, discarding other edits there. */
  replaceAll(start: number, end: number, text: string): void {
    this.#edits = this.#edits.filter((edit) => !isWithin(edit, start, end));
    this.replace(start, end, text);
  }

  /** Inserts `text` before the character at `offset`; several insertions at one place keep their order. */
  insert(offset: number, text: string): void {
    this.replace(offset, offset, text);
  }

  /**
   * Inserts whole lines, each with its line break, before the line that starts at `offset`, which may be the text's
   * end.
   */
  insertLines(offset: number, lines: string): void {
    const breakBefore = offset > 0 && this.text[offset - 1] !== "\n" ? "\n" : "";
    this.insert(offset, breakBefore + lines);
  }

  /** The whole text with the edits applied. They must not overlap. */
  apply(): string {
    return this.#applied(this.#edits, 0, this.text.length);
  }

  /** The text from `start` to `end` with its edits applied; insertions at `start` belong before it. */
  applyWithin(start: number, end: number): string {
    return this.#applied(this.#edits.filter((edit) => isWithin(edit, start, end)), start, end);
  }

  #applied(edits: TextEdit[], start: number, end: number): string {
    // Sorting is stable; insertions come before replacements at the same place.
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
