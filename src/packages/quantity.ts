/** Kubernetes' quantities, such as `500m`, `1.5Gi` and `1e3`, for comparisons. */

import { KustError } from "../diagnostics/diagnostic.ts";
import { ownValue } from "../text/own_value.ts";

/** The value of a quantity in billionths, Kubernetes' highest precision. */
type Nanos = bigint;

const NANOS = 10n ** 9n;
const MAX_BINARY: Nanos = (2n ** 63n - 1n) * NANOS;

/** Powers of the bases 2 and 10 by suffix. */
const BINARY: Readonly<Record<string, bigint>> = { Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n, Pi: 50n, Ei: 60n };
const DECIMAL: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  "": 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

/** Fails (`invalid-value`) for anything but quantities. kustomize only names the first. */
export function compareQuantities(a: string, b: string): number {
  const difference = parseQuantity(a, `${a}: `) - parseQuantity(b, "");
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function parseQuantity(text: string, naming: string): Nanos {
  const [, sign, whole = "", fraction = "", suffix = ""] = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(.*)$/s.exec(text) ?? [];
  if (text === "") failQuantity(text, naming);
  // A suffix alone counts as 0.
  const digits = BigInt(whole + fraction || "0");
  const power = ownValue(BINARY, suffix);
  const exponent = power === undefined ? exponentOf(suffix, text, naming) : 0;
  const amount = divideUp(
    digits * (power === undefined ? 1n : 2n ** power) * NANOS * 10n ** BigInt(Math.max(exponent, 0)),
    10n ** BigInt(fraction.length + Math.max(-exponent, 0)),
  );
  const value = power !== undefined && amount > MAX_BINARY ? MAX_BINARY : amount;
  return sign === "-" ? -value : value;
}

/** Further digits cannot fit in a quantity, and would only take time. */
const MAX_EXPONENT = 1000;

function exponentOf(suffix: string, text: string, naming: string): number {
  const decimal = ownValue(DECIMAL, suffix);
  if (decimal !== undefined) return decimal;
  const written = /^[eE]([+-]?[0-9]+)$/.exec(suffix)?.[1] ?? failQuantity(text, naming);
  return Math.min(Math.max(Number(written), -MAX_EXPONENT), MAX_EXPONENT);
}

/** Parts are rounded away from zero. */
function divideUp(amount: bigint, by: bigint): bigint {
  return (amount + by - 1n) / by;
}

/** The characters of suffixes; kustomize has another message for others. */
const QUANTITY = /^[+-]?[0-9]*(?:\.[0-9]*)?[eEinumkKMGTP]*[+-]?[0-9]*$/;

function failQuantity(text: string, naming: string): never {
  const words = QUANTITY.test(text) && text !== ""
    ? "unable to parse quantity's suffix"
    : "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
  throw new QuantityError(text, naming + words);
}

/** An error with kustomize's message, for commands that print it. */
export class QuantityError extends KustError {
  readonly words: string;

  constructor(text: string, words: string) {
    super({
      code: "invalid-value",
      message: `"${text}" is not a quantity`,
      hint: "a quantity is a number such as 3, 500m, 1.5Gi or 1e3",
    });
    this.words = words;
  }
}
