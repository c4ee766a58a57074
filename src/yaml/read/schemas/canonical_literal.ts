/** Literal texts whose lines are already canonical, except for their indentation. */

import { LF, NUL, SPACE } from "../../../text/chars.ts";
import type { CopyBuilder } from "../../../text/copy_builder.ts";
import { pad, spacesAt } from "../../../text/lines.ts";

const BEYOND_PRINTABLE_ASCII = /[^ -~\n]/;

/** The beginning of such a text, up to its first line. */
export const LITERAL = "|-\n";

/**
 * The start of the line after a literal text that can be copied except for its indentation: at least two lines of
 * printable ASCII, none of them empty or with trailing space. Undefined for all other texts.
 *
 * @param start The start of its first line.
 * @param column The column of the collection that contains it.
 */
export function literalEnd(text: string, start: number, column: number): number | undefined {
  const width = spacesAt(text, start);
  if (width <= column) return undefined;
  let line = start;
  let count = 0;
  for (let spaces = width; spaces >= width; spaces = spacesAt(text, line)) {
    const end = text.indexOf("\n", line);
    if (end <= line + width || text.charCodeAt(end - 1) === SPACE) return undefined;
    line = end + 1;
    count++;
  }
  const next = text.charCodeAt(line + spacesAt(text, line));
  const isSimple = count > 1 && next !== LF && next !== NUL && !BEYOND_PRINTABLE_ASCII.test(text.slice(start, line));
  return isSimple ? line : undefined;
}

/** Copies the literal text from its indicator, at `pos`, to `end`, with its lines in column `indent`. Returns `end`. */
export function copyLiteral(out: CopyBuilder, text: string, pos: number, end: number, indent: number): number {
  const start = pos + LITERAL.length;
  const width = spacesAt(text, start);
  if (width === indent) return out.copy(pos, end);
  out.copy(pos, start);
  for (let line = start; line < end;) {
    out.add(pad(indent));
    line = out.copy(line + width, text.indexOf("\n", line) + 1);
  }
  return end;
}
