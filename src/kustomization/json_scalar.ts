/** What a scalar of a configuration file is as JSON: kustomize turns these files into JSON and decodes that. */

import type { Dialect, Scalar } from "../yaml/tree/node.ts";
import { resolveScalar, type ScalarValue } from "../yaml/scalar/resolve.ts";

export type JsonScalar = ScalarValue;

/** The value. A date is the text as written (v2), or that of the moment: kustomize prints what it read by v3, and reads it again. */
export function jsonScalar(scalar: Scalar, dialect: Dialect = "v2"): JsonScalar {
  const { tag, value } = resolveScalar(scalar, dialect);
  return tag === "!!timestamp" && dialect === "v2" ? scalar.value : value;
}
