/** The contents of the collections that are open while a text is parsed. */

/**
 * All open collections share one list: each takes its own contents from the end when it closes. Their arrays are exact then,
 * where arrays that grow would keep room for many more.
 */
export class Contents<T> {
  readonly #list: T[] = [];
  #size = 0;

  /** How many there are: where the contents of a collection that opens now start. */
  get size(): number {
    return this.#size;
  }

  add(content: T): void {
    this.#list[this.#size++] = content;
  }

  /** Takes what was added since the size was `start`. */
  take(start: number): T[] {
    const taken = this.#list.slice(start, this.#size);
    this.#size = start;
    return taken;
  }
}

/** What a collection holds until it is closed. */
export const UNREAD: never[] = [];
