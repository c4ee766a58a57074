/** A text that came from somewhere: what every node and every error points into. */

import { lineAt, lineStarts } from "../text/lines.ts";

/** Line and column of an offset, both counted from 1; the column counts UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** Bytes that are no text. */
export interface TextFault {
  /** Where in the text they stand, each as U+FFFD. */
  offset: number;
  message: string;
}

/** What is to be known of the bytes that a text was decoded from. */
export interface Encoding {
  isUtf16: boolean;
  /** The first fault, which whoever parses the text has to report. */
  fault: TextFault | undefined;
}

const UTF_8: Encoding = { isUtf16: false, fault: undefined };

/** What aliases add to texts, in nodes and in characters. */
export interface Growth {
  nodes: number;
  characters: number;
}

/** One input text and the name people know it by. Line starts are computed on first use only. */
export class Source {
  readonly name: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** What its aliases have added; texts of one build share it, so that they are bounded together. */
  growth: Growth = { nodes: 0, characters: 0 };
  #lineStarts: number[] | undefined;

  /** @param name A path as the user would type it, or a description such as `patch of kustomization.yaml`. */
  constructor(name: string, text: string, encoding: Encoding = UTF_8) {
    this.name = name;
    this.text = text;
    this.encoding = encoding;
  }

  /** Where `offset` (in UTF-16 units from the start of the text) lies. */
  position(offset: number): Position {
    const starts = this.#starts();
    const index = lineAt(starts, offset);
    return { line: index + 1, column: offset - starts[index]! + 1 };
  }

  /** The text of a line, counted from 1, without its line break; "" beyond the end. */
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
