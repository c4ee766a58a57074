/** A text inside a scalar of another text, such as an inline patch. Its errors point into the outer text. */

import { type Position, Source } from "../../diagnostics/source.ts";
import type { Node, Scalar } from "../tree/node.ts";
import { trimLeadingSpace, trimSpace } from "../../text/white_space.ts";

/**
 * The text of a scalar as a source of its own.
 *
 * @param trim Whether to strip white space around the text.
 * @param name The name of a scalar that is in no text.
 */
export function inlineSource(node: Node | undefined, text: string, name: string, trim = false): Source {
  const content = trim ? trimSpace(text) : text;
  if (node?.kind !== "scalar" || node.source === undefined) return new Source(name, content);
  const skipped = trim ? text.length - trimLeadingSpace(text).length : 0;
  return new InlineSource(node.source, content, mapping(node.source, node, text, skipped));
}

/** Maps a position of the inner text to the outer one. */
type PositionMap = (inner: Position, offset: number) => Position;

class InlineSource extends Source {
  readonly #outer: Source;
  readonly #map: PositionMap;

  constructor(outer: Source, text: string, map: PositionMap) {
    super(outer.name, text);
    this.growth = outer.growth;
    this.#outer = outer;
    this.#map = map;
  }

  override position(offset: number): Position {
    return this.#map(super.position(offset), offset);
  }

  override line(number: number): string {
    return this.#outer.line(number);
  }
}

function mapping(outer: Source, scalar: Scalar, text: string, skipped: number): PositionMap {
  if (scalar.style === "literal") return literalMapping(outer, scalar, text.slice(0, skipped));
  // Quoted and plain one-line texts usually appear verbatim. For others, errors point at the whole scalar.
  const start = scalar.start + (scalar.style === "plain" ? 0 : 1);
  if (outer.text.startsWith(text, start)) return (_, offset) => outer.position(start + skipped + offset);
  return () => outer.position(scalar.start);
}

/** Maps line by line, starting below the `|`, with the indentation added. */
function literalMapping(outer: Source, scalar: Scalar, skipped: string): PositionMap {
  const header = outer.position(scalar.start).line;
  const line = header + 1 + skipped.split("\n").length - 1;
  const indent = blockIndent(outer, header, scalar);
  return (inner) => ({ line: line + inner.line - 1, column: indent + inner.column });
}

/** The indentation of a block scalar: that of its first line minus that of the text. */
function blockIndent(outer: Source, header: number, { value }: Scalar): number {
  const lines = value.split("\n");
  const first = lines.findIndex((line) => line !== "");
  return first < 0 ? 0 : outer.line(header + 1 + first).length - lines[first]!.length;
}
