/**
 * Builds long texts from many short pieces. Concatenation with + would keep each piece in memory until the text is
 * read.
 */

/** Pieces up to this long are copied character by character. */
const SHORT = 24;
const FLUSH_AT = 4096;

export class TextBuilder {
  #text = "";
  #codes: number[] = [];

  /** Adds the part of `text` between two offsets. */
  add(text: string, start = 0, end: number = text.length): void {
    if (end - start > SHORT) {
      this.#flush();
      this.#text += text.slice(start, end);
      return;
    }
    for (let i = start; i < end; i++) this.#codes.push(text.charCodeAt(i));
    if (this.#codes.length >= FLUSH_AT) this.#flush();
  }

  build(): string {
    this.#flush();
    return this.#text;
  }

  #flush(): void {
    if (this.#codes.length === 0) return;
    this.#text += String.fromCharCode(...this.#codes);
    this.#codes = [];
  }
}
