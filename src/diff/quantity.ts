/** Compares quantities such as `500m` and `1Gi`, which a cluster may write differently. */

import { ownValue } from "../text/own_value.ts";

const FACTORS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const QUANTITY = /^([+-]?(?:\d+\.?\d*|\.\d+))([numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/;

/** Whether both are quantities, and equal. */
export function isSameQuantity(a: string, b: string): boolean {
  const [one, other] = [valueOf(a), valueOf(b)];
  return Math.abs(one - other) <= Math.abs(one) * 1e-12;
}

/** NaN unless it is a quantity. */
function valueOf(text: string): number {
  const [, number, suffix = ""] = QUANTITY.exec(text) ?? [];
  if (number === undefined) return NaN;
  const factor = ownValue(FACTORS, suffix);
  return factor === undefined ? Number(`${number}${suffix}`) : Number(number) * factor;
}
