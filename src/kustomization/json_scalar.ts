/**
 * What a scalar of a kustomization file is as JSON. kustomize reads these files by a YAML 1.1 reader (go-yaml v2), turns
 * them into JSON and decodes that, so `yes` is a boolean here, and a boolean is no text.
 */

import type { Scalar } from "../yaml/node.ts";

export type JsonScalar = string | number | bigint | boolean | null;

const BOOLEANS = new Map<string, boolean>();
for (const word of ["y", "yes", "true", "on"]) addSpellings(word, true);
for (const word of ["n", "no", "false", "off"]) addSpellings(word, false);

const NULLS = ["", "~", "null", "Null", "NULL"];

/** The value; dates stay text. An explicit tag that does not fit the text is left to the text's own meaning. */
export function jsonScalar(scalar: Scalar): JsonScalar {
  const { value, tag } = scalar;
  if (tag === "!!str" || tag === "!!binary" || tag === "" && scalar.style !== "plain") return value;
  if (NULLS.includes(value)) return null;
  const boolean = BOOLEANS.get(value);
  if (boolean !== undefined) return boolean;
  const number = jsonNumber(value);
  return tag === "!!float" && typeof number === "bigint" ? Number(number) : number ?? value;
}

/** How a scalar is called in a message: `the number 5`, `the text 'x'`. */
export function describeScalar(scalar: Scalar): string {
  const value = jsonScalar(scalar);
  if (value === null) return "null";
  if (typeof value === "string") return `the text '${value}'`;
  return `the ${typeof value === "boolean" ? "boolean" : "number"} ${scalar.value}`;
}

const MIN = -(2n ** 63n);
const MAX = 2n ** 64n - 1n;
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;

function jsonNumber(text: string): bigint | number | undefined {
  if (!/^[-+.0-9]/.test(text)) return undefined;
  const plain = text.replaceAll("_", "");
  const integer = jsonInteger(plain);
  if (integer !== undefined) return integer;
  if (FLOAT.test(plain)) return Number(plain);
  if (/^[-+]?\.(inf|Inf|INF)$/.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return /^\.(nan|NaN|NAN)$/.test(text) ? NaN : undefined;
}

/** As Go's ParseInt with base 0, within 64 bits: `0x1f`, `0o17`, `017`, `0b11`. */
function jsonInteger(plain: string): bigint | undefined {
  const match = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[oO]?([0-7]+)|0[bB]([01]+)|(0|[1-9][0-9]*))$/.exec(plain);
  if (match === null) return undefined;
  const [, sign, hex, octal, binary, decimal] = match;
  const digits = hex !== undefined
    ? `0x${hex}`
    : octal !== undefined
    ? `0o${octal}`
    : binary !== undefined
    ? `0b${binary}`
    : decimal!;
  const value = sign === "-" ? -BigInt(digits) : BigInt(digits);
  return value < MIN || value > MAX ? undefined : value;
}

function addSpellings(word: string, value: boolean): void {
  for (const spelling of [word, word[0]!.toUpperCase() + word.slice(1), word.toUpperCase()]) {
    BOOLEANS.set(spelling, value);
  }
}
