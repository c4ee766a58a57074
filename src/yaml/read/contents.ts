/** The contents of all open collections during parsing. */

/**
 * All open collections share one list, and each takes its own contents from the end when it closes. The resulting
 * arrays have their exact size, while growing arrays would reserve space for more.
 */
export class Contents<T> {
  readonly #list: T[] = [];
  #size = 0;

  /** The current size, which is where the contents of a new collection start. */
  get size(): number {
    return this.#size;
  }

  add(content: T): void {
    this.#list[this.#size++] = content;
  }

  /** Removes and returns what was added since the size was `start`. */
  take(start: number): T[] {
    const taken = this.#list.slice(start, this.#size);
    this.#size = start;
    return taken;
  }
}

/** The contents of a collection before it is closed. */
export const UNREAD: never[] = [];
