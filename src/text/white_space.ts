/** White space as Go sees it: with U+0085, and without the byte order mark that `trim` removes. */

import { DELETE, SPACE } from "./chars.ts";

const SPACES = "[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";

/** Compiled when they are first used: most texts need neither. */
let leading: RegExp | undefined;
let trailing: RegExp | undefined;

/** Go's `strings.TrimSpace`. */
export function trimSpace(text: string): string {
  const trimmed = trimLeadingSpace(text);
  if (trimmed === "" || isInk(trimmed.charCodeAt(trimmed.length - 1))) return trimmed;
  // All spaces before `$` are tried only from where they start.
  return trimmed.replace(trailing ??= new RegExp(`(?<!${SPACES.slice(0, -1)})${SPACES}$`), "");
}

export function trimLeadingSpace(text: string): string {
  if (text === "" || isInk(text.charCodeAt(0))) return text;
  return text.replace(leading ??= new RegExp(`^${SPACES}`), "");
}

/** Whether a character is surely none of the spaces. */
function isInk(code: number): boolean {
  return code > SPACE && code < DELETE;
}
