/** What went wrong, as data. Only `cli/` turns it into text (see `cli/render_diagnostic.ts`). */

import type { Code } from "./codes.ts";
import type { Source } from "./source.ts";

/** A place in a text: what an error points at. `offset` is in UTF-16 units from the start. */
export interface Place {
  source: Source;
  offset: number;
}

/**
 * One thing to tell the user.
 *
 * `code` is stable: tests and embedders match on it, and people search for it.
 * `message` says what is wrong in one sentence without the place. `notes` are further facts, each perhaps with a place of
 * its own (the second of two clashing files, the candidates of a selector). `hint` says what to do.
 */
export interface Diagnostic {
  code: Code;
  message: string;
  /** The resource, or the selector, that it is about, in kustomize's form: `Deployment.v1.apps/web.[noNs]`. For programs. */
  id?: string;
  /** Where; absent where the fault is in no text (a missing file named on the command line). */
  place?: Place;
  /** The file or folder concerned where there is no text to point into. */
  file?: string;
  notes?: Note[];
  hint?: string;
}

/** A further fact of a diagnostic. */
export interface Note {
  message: string;
  place?: Place;
}

/** The one exception that this program throws on bad input: it carries a diagnostic. */
export class KustError extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.name = "KustError";
    this.diagnostic = diagnostic;
  }
}

/** Throws a `KustError`; `at` is the node (or anything with a place) at fault. */
export function fail(
  code: Code,
  message: string,
  details: Omit<Diagnostic, "code" | "message"> = {},
): never {
  throw new KustError({ code, message, ...details });
}

/** A place, where there is one, as a part of a diagnostic or a note. */
export function placeDetails(place: Place | undefined): { place?: Place } {
  return place === undefined ? {} : { place };
}

/** An error as a note of another that says more. */
export function noteOfError({ diagnostic: { message, place } }: KustError): Note {
  return { message, ...placeDetails(place) };
}
