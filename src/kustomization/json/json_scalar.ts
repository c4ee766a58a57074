/**
 * The JSON value of a scalar in a configuration file: kustomize converts these files to JSON before it decodes them.
 */

import type { Dialect } from "../../yaml/scalar/dialect.ts";
import type { Scalar } from "../../yaml/tree/node.ts";
import { resolveScalar, type ScalarValue } from "../../yaml/scalar/resolve.ts";

export type JsonScalar = ScalarValue;

/**
 * The value. A date is its text (v2) or its time (v3), because kustomize prints what it parsed with v3, and parses it
 * again.
 */
export function jsonScalar(scalar: Scalar, dialect: Dialect = "v2"): JsonScalar {
  const { tag, value } = resolveScalar(scalar, dialect);
  return tag === "!!timestamp" && dialect === "v2" ? scalar.value : value;
}
