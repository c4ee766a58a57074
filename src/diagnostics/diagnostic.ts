/** Errors and warnings as data. Only `cli/` renders them as text (see `cli/output/render_diagnostic.ts`). */

import type { Code } from "./code.ts";
import type { Source } from "./source.ts";

/** A position in a text, such as that of an error. */
export interface Place {
  /** The text, with the name of its file. */
  source: Source;
  /** UTF-16 units from the start of the text. */
  offset: number;
}

/**
 * One error or warning.
 *
 * It is plain data, but its places refer to whole texts, which may hold secrets: use `diagnosticReport` to store or
 * send it, and `renderDiagnostic` to show it.
 */
export interface Diagnostic {
  /** Stable: tests and embedders match on it, and people search for it. docs/errors.md lists all codes. */
  code: Code;
  /** What is wrong, in one sentence without the place. */
  message: string;
  /** The resource or selector concerned, in kustomize's form: `Deployment.v1.apps/web.[noNs]`. For programs. */
  id?: string | undefined;
  /** Where it is; absent if the cause is not in a text (a missing file named on the command line). */
  place?: Place | undefined;
  /** The file or folder concerned, if there is no text to point into. */
  file?: string | undefined;
  /** More facts: the second of two clashing files, the candidates of a selector. */
  notes?: Note[] | undefined;
  /** What to do. */
  hint?: string | undefined;
  /** Whether the line at the place may hold a secret, so that it is not printed. */
  hidesLine?: true;
}

/** An additional fact in a diagnostic. */
export interface Note {
  /** One sentence, without the place. */
  message: string;
  /** The place of the fact, if it is in a text. */
  place?: Place | undefined;
}

/** The optional parts of a diagnostic. */
export type Details = Omit<Diagnostic, "code" | "message">;

/** The only exception thrown for bad input. It carries a diagnostic. */
export class KustError extends Error {
  /** What is wrong, where, and what to do. */
  readonly diagnostic: Diagnostic;

  /** Creates an error whose message is that of the diagnostic. */
  constructor(diagnostic: Diagnostic, options?: ErrorOptions) {
    super(diagnostic.message, options);
    this.name = "KustError";
    this.diagnostic = diagnostic;
  }

  /**
   * A copy with details added or replaced. It keeps the stack of this error, which is its cause.
   *
   * @internal
   */
  with(details: Details): KustError {
    const error = new KustError({ ...this.diagnostic, ...details }, { cause: this });
    if (this.stack !== undefined) error.stack = this.stack;
    return error;
  }
}

/** Throws a `KustError`. */
export function fail(code: Code, message: string, details: Details = {}): never {
  throw new KustError({ code, message, ...details });
}

/** Turns an error into a note of a broader one. */
export function noteOfError({ diagnostic: { message, place } }: KustError): Note {
  return { message, place };
}
