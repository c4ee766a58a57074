/** Lines of the canonical print. */

import { isBreak } from "../../text/chars.ts";

/** Ends the line; a block scalar has done so by its last line break. */
export function endLine(text: string): string {
  return isBreak(text.charCodeAt(text.length - 1)) ? text : text + "\n";
}

/** Indentations, made once. */
const PADS = Array.from({ length: 64 }, (_, indent) => " ".repeat(indent));

export function pad(indent: number): string {
  return PADS[indent] ?? " ".repeat(indent);
}
