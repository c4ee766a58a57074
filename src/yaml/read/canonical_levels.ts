/** The open collections of a text that is read by columns. */

/** An open collection. */
export interface Level {
  /** Its column in the input, and in the output. */
  column: number;
  indent: number;
  isSequence: boolean;
  /** The previous key of a mapping. */
  key: string;
}

/** The parser handles deeper collections. */
const DEPTH_LIMIT = 500;

/** Methods return undefined for a text that needs the parser. */
export class Levels {
  readonly #levels: Level[] = [];
  readonly #indent: number;

  /** @param indent The column of the outermost keys in the output. */
  constructor(indent: number) {
    this.#indent = indent;
  }

  /** Opens a collection that starts in `column`. */
  open(column: number, isSequence: boolean): Level | undefined {
    const outer = this.#levels.at(-1);
    if (outer === undefined) return isSequence ? undefined : this.push(column, this.#indent, false);
    if (isSequence ? column < outer.column : column <= outer.column) return undefined;
    return this.push(column, isSequence ? outer.indent : outer.indent + 2, isSequence);
  }

  push(column: number, indent: number, isSequence: boolean): Level | undefined {
    if (this.#levels.length === DEPTH_LIMIT) return undefined;
    const level = { column, indent, isSequence, key: "" };
    this.#levels.push(level);
    return level;
  }

  /** Closes the collections that do not continue in `column`. Returns the one that does. */
  close(column: number, isItem: boolean): Level | undefined {
    const levels = this.#levels;
    let level = levels[levels.length - 1];
    while (level !== undefined && (level.column > column || (level.column === column && level.isSequence && !isItem))) {
      levels.pop();
      level = levels[levels.length - 1];
    }
    return level?.column === column && level.isSequence === isItem ? level : undefined;
  }
}
