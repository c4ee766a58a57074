/** An input text and its name, which every node and every error refers to. */

import { lineAt, lineStarts } from "../text/lines.ts";

/** Line and column of an offset. */
export interface Position {
  /** The line, counted from 1. */
  line: number;
  /** The column in UTF-16 units, counted from 1. */
  column: number;
}

/** Bytes that cannot be decoded. */
export interface TextFault {
  /** Their position in the text, in UTF-16 units. In the text, each is U+FFFD. */
  offset: number;
  /** What is wrong with them, in one sentence. */
  message: string;
}

/** The encoding of the bytes that a text was decoded from. */
export interface Encoding {
  /** Whether it is UTF-16; otherwise it is UTF-8. */
  isUtf16: boolean;
  /** The first invalid byte, to be reported by the parser. */
  fault: TextFault | undefined;
}

const UTF_8: Encoding = { isUtf16: false, fault: undefined };

/** How much a build adds to its texts, by aliases and copies, in nodes and characters. */
export interface Growth {
  /** Nodes beyond those written. */
  nodes: number;
  /** UTF-16 units beyond those written. */
  characters: number;
  /** UTF-16 units of texts that were composed for single fields, and of long ids. */
  composed?: number;
  /** The work of matching patterns so far, in instructions. */
  patternSteps?: number;
}

/** An input text and its display name. Line starts are computed on first use. */
export class Source {
  /** A path as the user would type it, or a description such as `patch of kustomization.yaml`. */
  readonly name: string;
  /** The text as decoded, with its line breaks. */
  readonly text: string;
  /** How the text was stored, and the first byte that could not be decoded. */
  readonly encoding: Encoding;
  /**
   * What the aliases of this text have added. The texts of a build share the object, so that one limit covers them all.
   *
   * @internal
   */
  growth: Growth = { nodes: 0, characters: 0 };
  #lineStarts: number[] | undefined;

  /** Names a text for messages. */
  constructor(name: string, text: string, encoding: Encoding = UTF_8) {
    this.name = name;
    this.text = text;
    this.encoding = encoding;
  }

  /** Line and column of `offset` (in UTF-16 units from the start of the text). */
  position(offset: number): Position {
    const starts = this.#starts();
    const index = lineAt(starts, offset);
    return { line: index + 1, column: offset - starts[index]! + 1 };
  }

  /** The text of a line, starting at 1, without its line break; "" beyond the end. */
  line(number: number): string {
    const starts = this.#starts();
    const start = starts[number - 1];
    if (start === undefined) return "";
    const next = starts[number];
    const end = next === undefined ? this.text.length : next - 1;
    return this.text.slice(start, end).replace(/\r$/, "");
  }

  #starts(): number[] {
    return this.#lineStarts ??= lineStarts(this.text);
  }
}
