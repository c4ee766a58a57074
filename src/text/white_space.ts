/** White space as Go sees it: with U+0085, and without the byte order mark that `trim` removes. */

const SPACES = "[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const LEADING = new RegExp(`^${SPACES}`);
/** All spaces before `$` are tried only from where they start. */
const TRAILING = new RegExp(`(?<!${SPACES.slice(0, -1)})${SPACES}$`);

/** Go's `strings.TrimSpace`. */
export function trimSpace(text: string): string {
  return trimLeadingSpace(text).replace(TRAILING, "");
}

export function trimLeadingSpace(text: string): string {
  return text.replace(LEADING, "");
}
