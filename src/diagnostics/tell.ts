/** Errors as they are told, once a build has failed. */

import type { Diagnostic } from "./diagnostic.ts";

/** The error, said by the mistake behind it if that is a known one (see `mistakes.ts`). */
export async function told(error: Diagnostic): Promise<Diagnostic> {
  const { tellMistake } = await import("./mistakes.ts");
  return tellMistake(error);
}
