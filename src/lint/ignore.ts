/**
 * Comments that silence findings: `# kust-ignore: CODE, CODE` on the line of the finding, or alone on the line above.
 */

import type { Place } from "../diagnostics/diagnostic.ts";
import type { Finding } from "./gather/finding.ts";

const COMMENT = /(?:^|\s)#\s*kust-ignore:\s*([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)/;
const ALONE = /^\s*#\s*kust-ignore:/;

/**
 * Whether a comment silences the finding, at its own place or at that of a note: both a patch and the entry that
 * applies it can have the comment.
 */
export function isIgnored({ code, place, notes = [] }: Finding): boolean {
  return [place, ...notes.map((note) => note.place)].some((one) => one !== undefined && isIgnoredAt(code, one));
}

function isIgnoredAt(code: string, { source, offset }: Place): boolean {
  const { line } = source.position(offset);
  const above = source.line(line - 1);
  return names(source.line(line), code) || (ALONE.test(above) && names(above, code));
}

function names(text: string, code: string): boolean {
  const codes = COMMENT.exec(text)?.[1]?.split(",") ?? [];
  return codes.some((one) => one.trim() === code);
}
