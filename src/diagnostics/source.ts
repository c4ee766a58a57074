/** An input text and its name, which every node and every error refers to. */

import { lineAt, lineStarts } from "../text/lines.ts";

/** Line and column of an offset, both starting at 1. The column counts UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** Bytes that cannot be decoded. */
export interface TextFault {
  /** Their position in the text, in which each is U+FFFD. */
  offset: number;
  message: string;
}

/** The encoding of the bytes that a text was decoded from. */
export interface Encoding {
  isUtf16: boolean;
  /** The first invalid byte, to be reported by the parser. */
  fault: TextFault | undefined;
}

const UTF_8: Encoding = { isUtf16: false, fault: undefined };

/** How much aliases add to texts, in nodes and characters. */
export interface Growth {
  nodes: number;
  characters: number;
}

/** An input text and its display name. Line starts are computed on first use. */
export class Source {
  readonly name: string;
  readonly text: string;
  readonly encoding: Encoding;
  /**
   * What the aliases of this text have added. The texts of a build share the object, so that one limit covers them all.
   */
  growth: Growth = { nodes: 0, characters: 0 };
  #lineStarts: number[] | undefined;

  /** @param name A path as the user would type it, or a description such as `patch of kustomization.yaml`. */
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
