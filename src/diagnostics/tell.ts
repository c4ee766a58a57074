/** Improves the errors of a failed build. */

import type { Diagnostic } from "./diagnostic.ts";

/** The error, described by the mistake that caused it if that is a known one (see `mistakes.ts`). */
export async function told(error: Diagnostic): Promise<Diagnostic> {
  const { tellMistake } = await import("./mistakes.ts");
  return tellMistake(error);
}
