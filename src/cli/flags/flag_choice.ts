/** Values of flags that accept only a few. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";

/** `value` if it is legal. Throws `invalid-flag-value` otherwise. */
export function choiceOf<Value extends string>(flag: string, value: string, legal: readonly Value[]): Value {
  return legal.find((one) => one === value) ?? failChoice(flag, value, legal);
}

function failChoice(flag: string, value: string, legal: readonly string[]): never {
  const near = legal.find((one) => isPart(value.toLowerCase(), one.toLowerCase())) ?? nearest(value, legal);
  fail("invalid-flag-value", `illegal flag value --${flag} ${value}; legal values: ${legal.join(", ")}`, {
    hint: near && `did you mean --${flag} ${near}?`,
  });
}

/** `none` of `LoadRestrictionsNone`, `warn` of `warning`: people often remember only one end of the word. */
function isPart(text: string, word: string): boolean {
  return text !== "" && (word.startsWith(text) || word.endsWith(text));
}
