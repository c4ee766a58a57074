/** Null characters end texts in the system: neither a path nor an argument of a program can contain one. */

import { type Diagnostic, fail } from "./diagnostic.ts";

/** @param what The name of the text in the message. */
export function checkNoNull(what: string, text: string, at: Pick<Diagnostic, "place">): void {
  if (!text.includes("\0")) return;
  fail("invalid-value", `${what} contains a null character: ${JSON.stringify(text)}`, at);
}
