/** Errors and warnings as data. Only `cli/` renders them as text (see `cli/output/render_diagnostic.ts`). */

import type { Code } from "./codes.ts";
import type { Source } from "./source.ts";

/** A position in a text, such as that of an error. `offset` is in UTF-16 units from the start. */
export interface Place {
  source: Source;
  offset: number;
}

/**
 * One error or warning.
 *
 * `code` is stable: tests and embedders match on it, and people search for it. `message` says in one sentence what is
 * wrong, without the place. `notes` add facts, each with an optional place of its own (the second of two clashing
 * files, the candidates of a selector). `hint` says what to do.
 */
export interface Diagnostic {
  code: Code;
  message: string;
  /** The resource or selector concerned, in kustomize's form: `Deployment.v1.apps/web.[noNs]`. For programs. */
  id?: string | undefined;
  /** Where it is; absent if the cause is not in a text (a missing file named on the command line). */
  place?: Place | undefined;
  /** The file or folder concerned, if there is no text to point into. */
  file?: string | undefined;
  notes?: Note[] | undefined;
  hint?: string | undefined;
}

/** An additional fact in a diagnostic. */
export interface Note {
  message: string;
  place?: Place | undefined;
}

/** The optional parts of a diagnostic. */
export type Details = Omit<Diagnostic, "code" | "message">;

/** The only exception thrown for bad input. It carries a diagnostic. */
export class KustError extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic, options?: ErrorOptions) {
    super(diagnostic.message, options);
    this.name = "KustError";
    this.diagnostic = diagnostic;
  }

  /** A copy with details added or replaced. It keeps the stack of this error, which is its cause. */
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
