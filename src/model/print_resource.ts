/** Prints one resource. */

import { KustError } from "../diagnostics/diagnostic.ts";
import { print } from "../yaml/write/print.ts";
import type { Resource } from "./resource.ts";

/** The text of a resource. An error about a value that stands in no file, since it was made, points at the resource. */
export function printResource({ node, place }: Resource): string {
  try {
    return print(node);
  } catch (error) {
    if (!(error instanceof KustError) || error.diagnostic.place !== undefined || place === undefined) throw error;
    throw new KustError({ ...error.diagnostic, place });
  }
}
