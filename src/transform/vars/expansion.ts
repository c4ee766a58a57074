/** Expands `$(NAME)` in texts. `$$` is an escaped dollar sign: `$$(NAME)` becomes `$(NAME)`. */

import type { VarValue } from "./value.ts";

/** Returns the value of a var; undefined leaves the reference unchanged. */
export type ValueOf = (name: string) => VarValue | undefined;

/**
 * Expands the references in `text`. A text that consists of a single reference becomes the value itself, with its type.
 */
export function expandVars(text: string, valueOf: ValueOf): Pick<VarValue, "text" | "tag"> {
  let expanded = "";
  let copied = 0;
  const lastCloser = text.lastIndexOf(")");
  for (let dollar = text.indexOf("$"); dollar >= 0; dollar = text.indexOf("$", copied)) {
    expanded += text.slice(copied, dollar);
    const end = text[dollar + 1] === "(" && lastCloser > dollar ? text.indexOf(")", dollar) : -1;
    if (end < 0) {
      // `$$` is one dollar sign; `$x`, an unclosed `$(` and a `$` at the end are kept.
      expanded += text[dollar + 1] === "$" ? "$" : text.slice(dollar, dollar + 2);
      copied = dollar + 2;
      continue;
    }
    const reference = text.slice(dollar, end + 1);
    const value = valueOf(reference.slice(2, -1));
    if (value !== undefined && reference === text) return value;
    expanded += value?.inText ?? reference;
    copied = end + 1;
  }
  return { text: expanded + text.slice(copied), tag: "!!str" };
}
