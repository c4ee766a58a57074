/**
 * Common mistakes, recognized by the text around an error. The place where parsing or decoding fails is often far from
 * the mistake itself. Loaded when there is an error, so that a build does not pay for it.
 */

import { chartTemplate } from "./chart_template.ts";
import type { Code } from "./code.ts";
import type { Diagnostic, Note } from "./diagnostic.ts";
import { type FindMistake, SourceLines } from "./source_lines.ts";
import { conflictMarkers, oddSpace, template } from "./foreign_text.ts";
import { misindentedItem, missingDash, missingSeparator, missingSpace } from "./layout_mistakes.ts";

const MISTAKES: readonly FindMistake[] = [
  conflictMarkers,
  template,
  oddSpace,
  missingSeparator,
  misindentedItem,
  missingSpace,
  missingDash,
];

/** Errors that such a mistake can cause. */
const CODES: ReadonlySet<Code> = new Set<Code>([
  "document-separator",
  "duplicate-key",
  "invalid-file-source",
  "invalid-key",
  "invalid-literal",
  "invalid-merge",
  "invalid-patch",
  "json-syntax",
  "missing-kind",
  "missing-name",
  "not-a-resource",
  "not-found",
  "unknown-field",
  "wrong-type",
  "yaml-syntax",
]);

/** The error, described by the mistake that caused it if that is a known one. */
export function tellMistake(error: Diagnostic): Diagnostic {
  const told = { ...error, ...(error.notes === undefined ? {} : { notes: error.notes.map(withTemplate) }) };
  const { place } = told;
  if (place === undefined || !CODES.has(error.code)) return told;
  const lines = new SourceLines(place);
  for (const find of MISTAKES) {
    const mistake = find(error, lines);
    if (mistake === undefined) continue;
    const notes = (told.notes ?? []).filter((note) => note.place?.source !== place.source);
    return { ...told, ...mistake, notes };
  }
  return told;
}

function withTemplate(note: Note): Note {
  const { message, place } = note;
  const template = place && chartTemplate(place);
  if (template === undefined || message.includes(", from the template ")) return note;
  return { message: `${message}, from the template ${template}`, place };
}
