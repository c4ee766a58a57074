/** Values of flags that accept only a few. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";

/** `value` if it is legal. Throws `invalid-flag-value` otherwise. */
export function choiceOf<Value extends string>(flag: string, value: string, legal: readonly Value[]): Value {
  return legal.find((one) => one === value) ?? failChoice(flag, value, legal);
}

function failChoice(flag: string, value: string, legal: readonly string[]): never {
  // `none` for `LoadRestrictionsNone`: people often remember only the end of the word.
  const near = legal.find((one) => value !== "" && one.toLowerCase().endsWith(value.toLowerCase())) ??
    nearest(value, legal);
  fail("invalid-flag-value", `illegal flag value --${flag} ${value}; legal values: ${legal.join(", ")}`, {
    hint: near && `did you mean --${flag} ${near}?`,
  });
}
