/** `key:value` arguments of labels and annotations. */

import { fail } from "../../diagnostics/diagnostic.ts";

/**
 * Parses pairs; the last value of a repeated key counts. A key alone has the value "", and a value may be in double
 * quotes.
 */
export function parsePairs(inputs: string[], noun: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const input of inputs) {
    const colon = input.indexOf(":");
    if (colon === 0) {
      fail("invalid-argument", `invalid ${noun}: '${input}' (need k:v pair where v may be quoted)`, {
        hint: `write the ${noun} as key:value`,
      });
    }
    if (colon === -1) pairs.set(input, "");
    else pairs.set(input.slice(0, colon), unquoted(input.slice(colon + 1)));
  }
  return pairs;
}

function unquoted(value: string): string {
  return value.length >= 2 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
}
