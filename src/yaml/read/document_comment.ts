/** Which comments at the end of a document belong to the document itself in go-yaml v3. */

import { HASH } from "../../text/chars.ts";
import { nextLine } from "../../text/lines.ts";

/**
 * Whether the comments after a block scalar, from `pos` to the document's end at `end`, belong to the document. They
 * belong to the last key instead if a line is indented less than the innermost collection (`indent`) and differently
 * from the first line.
 */
export function isDocumentComment(text: string, pos: number, end: number, indent: number): boolean {
  if (text.charCodeAt(pos) !== HASH) return false;
  let lineStart = text.lastIndexOf("\n", pos) + 1;
  const first = pos - lineStart;
  while (lineStart < end) {
    const next = nextLine(text, lineStart);
    const line = text.slice(lineStart, Math.min(next, end));
    const column = line.search(/\S/);
    if (column >= 0 && line[column] !== "#") return false;
    if (column >= 0 && column < indent && column !== first) return false;
    lineStart = next;
  }
  return true;
}
