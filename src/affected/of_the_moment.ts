/** Errors that say nothing of the files. */

import type { Code } from "../diagnostics/code.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** Errors that a later build of the same files need not have: what they kept from being read may have changed. */
const OF_THE_MOMENT: ReadonlySet<Code> = new Set<Code>([
  "cannot-run",
  "function-failed",
  "git-failed",
  "helm-failed",
  "html-page",
  "http-failed",
  "offline",
  "remote-refused",
  "timed-out",
  "too-large",
  "unsupported-helm",
]);

/** Whether the same files may be built without that error another time. */
export function isOfTheMoment(error: Diagnostic | undefined): boolean {
  return error !== undefined && OF_THE_MOMENT.has(error.code);
}
