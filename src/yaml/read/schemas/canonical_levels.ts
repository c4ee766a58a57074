/** The open collections of a text that is read by columns. */

import type { Mark } from "../../../text/copy_builder.ts";

/** An open collection. */
export interface Level {
  /** Its column in the input, and in the output. */
  column: number;
  indent: number;
  isSequence: boolean;
  /** The previous key of a mapping. */
  key: string;
  /** The start of its first line, and its place in the output; undefined if an outer collection begins that line. */
  start: number;
  mark: Mark | undefined;
}

/** The parser handles deeper collections. */
const DEPTH_LIMIT = 500;

/** Methods return undefined for a text that needs the parser. */
export class Levels {
  readonly #levels: Level[] = [];
  readonly #indent: number;
  readonly #closed: (level: Level, outer: Level) => void;

  /**
   * @param indent The column of the outermost keys in the output.
   * @param closed Called for each collection that `close` closes.
   */
  constructor(indent: number, closed: (level: Level, outer: Level) => void) {
    this.#indent = indent;
    this.#closed = closed;
  }

  /** The innermost one. */
  get last(): Level | undefined {
    return this.#levels[this.#levels.length - 1];
  }

  /** Opens a collection that starts in `column` of the line at `start`. */
  open(column: number, isSequence: boolean, start: number, mark: Mark | undefined): Level | undefined {
    const outer = this.last;
    if (outer === undefined) return isSequence ? undefined : this.push(column, this.#indent, false, start, mark);
    if (isSequence ? column < outer.column : column <= outer.column) return undefined;
    return this.push(column, isSequence ? outer.indent : outer.indent + 2, isSequence, start, mark);
  }

  push(column: number, indent: number, isSequence: boolean, start: number, mark: Mark | undefined): Level | undefined {
    if (this.#levels.length === DEPTH_LIMIT) return undefined;
    const level = { column, indent, isSequence, key: "", start, mark };
    this.#levels.push(level);
    return level;
  }

  /** Closes the collections that do not continue in `column`. Returns the one that does. */
  close(column: number, isItem: boolean): Level | undefined {
    let level = this.last;
    while (level !== undefined && (level.column > column || (level.column === column && level.isSequence && !isItem))) {
      this.#levels.pop();
      const outer = this.last;
      if (outer !== undefined) this.#closed(level, outer);
      level = outer;
    }
    return level?.column === column && level.isSequence === isItem ? level : undefined;
  }
}
