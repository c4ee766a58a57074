/** Go's RE2 patterns. */

import { fail, type Place } from "../diagnostics/diagnostic.ts";

export interface Regexp {
  /** Whether the pattern matches anywhere in `text`. */
  matches(text: string): boolean;
}

/** Compiles a pattern; throws `bad-pattern`. */
export function compileRegexp(pattern: string, place?: Place): Regexp {
  const literal = /^\^\(\?:([^\\.+*?()|[\]{}^$]*)\)\$$/.exec(pattern)?.[1];
  if (literal === undefined) {
    fail("bad-pattern", `only plain names yet: ${pattern}`, place === undefined ? {} : { place });
  }
  return { matches: (text) => text === literal };
}
