/** Lines of the canonical printer. */

import { isBreak } from "../../text/chars.ts";

/** Ends the line; a block scalar may already have ended with a line break. */
export function endLine(text: string): string {
  return isBreak(text.charCodeAt(text.length - 1)) ? text : text + "\n";
}

/** Precomputed indentations. */
const PADS = Array.from({ length: 64 }, (_, indent) => " ".repeat(indent));

export function pad(indent: number): string {
  return PADS[indent] ?? " ".repeat(indent);
}
