/** Errors that do not come from the files. */

import type { Code } from "../diagnostics/code.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** A later build of the same files may not have these errors, and what they kept it from reading may have changed. */
const TRANSIENT: ReadonlySet<Code> = new Set<Code>([
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

/** Whether a later build of the same files may succeed. */
export function isTransient(error: Diagnostic | undefined): boolean {
  return error !== undefined && TRANSIENT.has(error.code);
}
