/** Helpers for tests of errors. */

import { assertThrows } from "@std/assert";
import type { Code } from "../diagnostics/code.ts";
import { type Diagnostic, KustError } from "../diagnostics/diagnostic.ts";

/** The diagnostic that `work` throws; checks its code. */
export function diagnosticOf(code: Code, work: () => unknown): Diagnostic {
  const { diagnostic } = assertThrows(work, KustError);
  if (diagnostic.code !== code) throw new Error(`expected ${code}, but got ${diagnostic.code}: ${diagnostic.message}`);
  return diagnostic;
}

/** `name:line:column` of a diagnostic. */
export function lineOf({ place }: Diagnostic): string {
  if (place === undefined) return "nowhere";
  const { line, column } = place.source.position(place.offset);
  return `${place.source.name}:${line}:${column}`;
}
