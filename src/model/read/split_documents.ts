/** Splits a resource file into documents. kustomize splits the text at lines that start with `---`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { trimSpace } from "../../text/white_space.ts";

/** A part of a text, by its offsets. */
export interface TextPart {
  start: number;
  end: number;
}

/**
 * The parts of a text between lines that start with `---`, in any context, even inside a text. The first line, and a
 * last line without a line break, do not count. Fails (`document-separator`) if such a line holds more than a comment.
 */
export function splitDocuments(source: Source): TextPart[] {
  const { text, encoding } = source;
  if (text === "") return [];
  // kustomize searches for the bytes of the line.
  if (encoding.isUtf16) return [{ start: 0, end: text.length }];
  const parts: TextPart[] = [];
  let start = 0;
  for (let at = text.indexOf("\n---"); at >= 0; at = text.indexOf("\n---", at)) {
    const dashesEnd = at + "\n---".length;
    const lineEnd = text.indexOf("\n", dashesEnd);
    if (lineEnd < 0) break;
    const rest = trimSpace(text.slice(dashesEnd, lineEnd));
    if (rest !== "" && !rest.startsWith("#")) {
      fail("document-separator", `only a comment can follow "---" on its line`, { place: { source, offset: at + 1 } });
    }
    parts.push({ start, end: at + 1 });
    start = lineEnd + 1;
    // The line break after a separator cannot also start the next one.
    at = lineEnd + 1;
  }
  parts.push({ start, end: text.length });
  return parts;
}
