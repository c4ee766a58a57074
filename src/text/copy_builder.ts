/** Builds a text from parts of another one and insertions. */

/** A place in the text that a `CopyBuilder` has built so far. */
export interface Mark {
  readonly piece: number;
  readonly offset: number;
}

export class CopyBuilder {
  readonly #input: string;
  readonly #pieces: string[] = [];
  /** Start of the pending part of the input: adjacent parts become one piece. */
  #start = 0;
  #end = 0;

  constructor(input: string) {
    this.#input = input;
  }

  /** Adds a part of the input. Returns its end. */
  copy(start: number, end: number): number {
    if (start !== this.#end) {
      this.#flush();
      this.#start = start;
    }
    this.#end = end;
    return end;
  }

  add(text: string): void {
    this.#flush();
    this.#pieces.push(text);
  }

  /** The text, in parts: joining them would copy most of the input. */
  parts(): readonly string[] {
    this.#flush();
    return this.#pieces;
  }

  /** The end of the text so far. */
  mark(): Mark {
    return { piece: this.#pieces.length, offset: this.#end - this.#start };
  }

  /** The text between two marks. */
  between(from: Mark, to: Mark): string {
    this.#flush();
    const pieces = this.#pieces.slice(from.piece, to.piece);
    if (to.offset > 0) pieces.push(this.#pieces[to.piece]!.slice(0, to.offset));
    return pieces.join("").slice(from.offset);
  }

  #flush(): void {
    if (this.#end > this.#start) this.#pieces.push(this.#input.slice(this.#start, this.#end));
    this.#start = this.#end = 0;
  }
}
