/** The limits of the JavaScript engine, which input can reach before any of our own. */

import type { Diagnostic } from "./diagnostic.ts";

/** The diagnostic for an engine limit that the input exceeds; undefined for any other error. */
export function diagnosticOfEngineLimit(error: unknown): Diagnostic | undefined {
  if (!(error instanceof RangeError)) return undefined;
  if (/call stack/i.test(error.message)) {
    return { code: "too-deep", message: "something in the input is nested too deeply for this machine" };
  }
  if (/string length|out of memory|allocation|array length|buffer/i.test(error.message)) {
    return {
      code: "too-large",
      message: "the input produces a string that is longer than the runtime allows",
    };
  }
  return undefined;
}
