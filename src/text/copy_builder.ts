/** Builds a text from parts of another one and insertions. */

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

  text(): string {
    this.#flush();
    return this.#pieces.join("");
  }

  #flush(): void {
    if (this.#end > this.#start) this.#pieces.push(this.#input.slice(this.#start, this.#end));
    this.#start = this.#end = 0;
  }
}
