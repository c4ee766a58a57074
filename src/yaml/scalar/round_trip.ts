/**
 * The changes of a text on its way through kustomize's output: go-yaml v3 writes and reads it, then JSON carries it to
 * go-yaml v2. Only the rare texts that this file handles change.
 */

import { chompingOf } from "./forms.ts";
import { isBlank, isBreak } from "../../text/chars.ts";

/**
 * A folded scalar, written and read again. The emitter checks whether the *text* starts with a blank when it means the
 * next line, so line breaks are lost or gained.
 */
export function refold(text: string): string {
  return readFolded(foldedLines(text), chompingOf(text));
}

/** A line of a folded scalar, and the breaks after it. */
export interface FoldedLine {
  text: string;
  breaks: string;
}

/** The lines in which go-yaml writes a folded text; the first one is empty, and has the breaks before the text. */
export function foldedLines(text: string): FoldedLine[] {
  let start = 0;
  while (isBreak(text.charCodeAt(start))) start++;
  const startsBlank = isBlank(text.charCodeAt(start));
  const lines: FoldedLine[] = [{ text: "", breaks: text.slice(0, start) }];
  for (let at = start; at < text.length;) {
    let end = at;
    while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
    let next = end;
    while (isBreak(text.charCodeAt(next))) next++;
    const breaks = text.slice(end, next);
    const doubles = breaks.startsWith("\n") && !isBlank(text.charCodeAt(at)) && !startsBlank;
    lines.push({ text: text.slice(at, end), breaks: doubles ? "\n" + breaks : breaks });
    at = next;
  }
  return lines;
}

function readFolded(lines: FoldedLine[], chomping: "" | "-" | "+"): string {
  let value = lines[0]!.breaks;
  for (let i = 1; i < lines.length; i++) {
    const { text, breaks } = lines[i]!;
    value += text;
    const next = lines[i + 1];
    if (next === undefined) {
      if (chomping !== "-") value += breaks.slice(0, 1);
      if (chomping === "+") value += breaks.slice(1);
    } else {
      const folds = breaks[0] === "\n" && !isBlank(text.charCodeAt(0)) && !isBlank(next.text.charCodeAt(0));
      value += !folds ? breaks : breaks.length === 1 ? " " : breaks.slice(1);
    }
  }
  return value;
}

/** NEL, unescaped in JSON, is a line break to go-yaml v2, and is folded. Tabs are escaped in JSON, and stay. */
export function throughJson(text: string): string {
  return text.replace(/ *\x85[ \x85]*/g, (run) => {
    const count = run.split("\x85").length - 1;
    return count === 1 ? " " : "\n".repeat(count - 1);
  });
}

/** Characters that JSON does not escape and go-yaml v2 rejects. */
export const REFUSED_AFTER_JSON = /[\x7f-\x84\x86-\x9f\ufffe\uffff]/;
