/** A text that is made of parts of another and of what is put between them. */

export class CopyBuilder {
  readonly #input: string;
  readonly #pieces: string[] = [];
  /** The part of the input that comes next: parts that adjoin become one piece. */
  #start = 0;
  #end = 0;

  constructor(input: string) {
    this.#input = input;
  }

  /** Adds a part of the input; gives its end. */
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
