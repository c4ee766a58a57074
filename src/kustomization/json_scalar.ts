/** What a scalar of a configuration file is as JSON: kustomize turns these files into JSON and decodes that. */

import type { Scalar } from "../yaml/node.ts";
import { type Dialect, resolveScalar, type ScalarValue } from "../yaml/resolve.ts";

export type JsonScalar = ScalarValue;

/** The value. A date is the text as written (v2), or that of the moment: kustomize prints what it read by v3, and reads it again. */
export function jsonScalar(scalar: Scalar, dialect: Dialect = "v2"): JsonScalar {
  const { tag, value } = resolveScalar(scalar, dialect);
  return tag === "!!timestamp" && dialect === "v2" ? scalar.value : value;
}

/** How a scalar is called in a message: `the number 5`, `the text 'x'`. */
export function describeScalar(scalar: Scalar, dialect: Dialect = "v2"): string {
  const value = jsonScalar(scalar, dialect);
  if (value === null) return "null";
  if (typeof value === "string") return `the text '${value}'`;
  return `the ${typeof value === "boolean" ? "boolean" : "number"} ${scalar.value}`;
}
