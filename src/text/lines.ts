/** Lines of a text; offsets are in UTF-16 units. */

import { isBreak, SPACE } from "./chars.ts";

/** Offsets at which the lines of a text start. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Index of the line that `offset` is on. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Offset of the line after the one that `offset` is on, or the text's end. */
export function nextLine(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  return feed < 0 ? text.length : feed + 1;
}

/** Offset of the start of the line that `offset` is on. */
export function lineStart(text: string, offset: number): number {
  // A negative position counts as 0.
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Number of characters before `offset` in its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Number of spaces from `offset` on. */
export function spacesAt(text: string, offset: number): number {
  let end = offset;
  while (text.charCodeAt(end) === SPACE) end++;
  return end - offset;
}

/** Ends the line; a block scalar has done so by its last line break. */
export function endLine(text: string): string {
  return isBreak(text.charCodeAt(text.length - 1)) ? text : text + "\n";
}

/** Indentations, of which most builds need a few. */
const PADS: string[] = [];
const MAX_PADS = 64;

export function pad(indent: number): string {
  return indent < MAX_PADS ? PADS[indent] ??= " ".repeat(indent) : " ".repeat(indent);
}
