/** Plain texts that are written as they stand, with the same line breaks. */

import { LF } from "../../../text/chars.ts";
import { spacesAt } from "../../../text/lines.ts";
import { V2_WIDTH } from "../../scalar/forms.ts";
import { isPlainWord, isSurelyText } from "../../scalar/resolve.ts";
import { plainLineEnd } from "../parse_plain_fields.ts";

/**
 * The start of the line after such a text; undefined for all others.
 *
 * @param pos Its start, which is an ASCII letter.
 * @param column The column of the collection that contains it.
 * @param at The column in which it is written.
 * @param indent The column of its further lines in the output.
 */
export function plainTextEnd(
  text: string,
  pos: number,
  column: number,
  at: number,
  indent: number,
): number | undefined {
  let start = pos;
  for (let from = at;; from = indent) {
    const end = plainLineEnd(text, start);
    if (end === start) return undefined;
    const lastSpace = text.lastIndexOf(" ", end);
    // The first space beyond the width becomes a line break.
    if (lastSpace > start && from + lastSpace - start > V2_WIDTH) return undefined;
    const next = end + 1;
    const spaces = spacesAt(text, next);
    if (text.charCodeAt(next + spaces) === LF) return undefined;
    if (spaces <= column) return start > pos || lastSpace > pos || isWord(text.slice(pos, end)) ? next : undefined;
    if (spaces !== indent || from + end - start <= V2_WIDTH) return undefined;
    start = next + spaces;
  }
}

/** Whether a word is text in both dialects. Several words are. */
function isWord(word: string): boolean {
  return isSurelyText(word) || isPlainWord(word);
}
