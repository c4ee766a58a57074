/** Writing a replaced text. */

import type { Scalar } from "../../yaml/tree/node.ts";
import { tagOf } from "../../yaml/scalar/resolve.ts";

/**
 * Gives a scalar another text. As in kustomize it stays what it was: a text stays a text where the new one looks like a number, and
 * a number with a text that is none fails when it is printed.
 */
export function setValueText(scalar: Scalar, text: string): void {
  // A scalar that a transformer made without a tag goes on to mean what its text says.
  if (scalar.tag === "" && scalar.source !== undefined) scalar.tag = tagOf(scalar);
  scalar.value = text;
}
