/** Which comments at the end of a document go-yaml v3 takes for the document's own. */

import { HASH } from "../../text/chars.ts";

/**
 * Whether the comments that follow a block scalar, from `pos` on to the document's end at `end`, are the document's. A line
 * that is indented less than the innermost collection, in `indent`, and unlike the first one, makes them the last key's.
 */
export function isDocumentComment(text: string, pos: number, end: number, indent: number): boolean {
  if (text.charCodeAt(pos) !== HASH) return false;
  let lineStart = text.lastIndexOf("\n", pos) + 1;
  const first = pos - lineStart;
  while (lineStart < end) {
    const lineEnd = text.indexOf("\n", lineStart);
    const line = text.slice(lineStart, lineEnd < 0 ? end : lineEnd);
    const column = line.search(/\S/);
    if (column >= 0 && line[column] !== "#") return false;
    if (column >= 0 && column < indent && column !== first) return false;
    lineStart += line.length + 1;
  }
  return true;
}
