import { assertEquals } from "@std/assert";
import { indexOfStep } from "../../model/fields/path.ts";
import { compareKeys } from "../write/key_order.ts";
import { parseInteger } from "./resolve_number.ts";

const DIGITS = "7".repeat(100_000);
const ZEROS = "0".repeat(100_000);

/** The most digits that `work` converts at once, which takes more than linear time. */
function longestConversion(work: () => void): number {
  const { BigInt: whole } = globalThis;
  let longest = 0;
  const counted = (value: string | number) => {
    longest = Math.max(longest, String(value).length);
    return whole(value);
  };
  globalThis.BigInt = Object.assign(counted, { asIntN: whole.asIntN, asUintN: whole.asUintN }) as typeof BigInt;
  try {
    work();
  } finally {
    globalThis.BigInt = whole;
  }
  return longest;
}

Deno.test("numbers of any length are read in linear time", () => {
  const longest = longestConversion(() => {
    for (
      const digits of [DIGITS, `-${DIGITS}`, `0x${DIGITS}`, `0o${DIGITS}`, `0b-${"1".repeat(100_000)}`, `0${DIGITS}`]
    ) {
      assertEquals(parseInteger(digits, "v3"), undefined);
    }
    assertEquals(parseInteger(`0x${ZEROS}ff`, "v3"), 255);
    assertEquals(parseInteger(`-${ZEROS}17`, "v3"), -15);
    assertEquals(parseInteger(`0b-${ZEROS}11`, "v3"), -3);
    assertEquals(parseInteger("18446744073709551615", "v3"), 2n ** 64n - 1n);
    assertEquals(parseInteger("0b" + "1".repeat(64), "v3"), 2n ** 64n - 1n);
    assertEquals(parseInteger("0b1" + "1".repeat(64), "v3"), undefined);
    assertEquals(indexOfStep(DIGITS), undefined);
  });
  assertEquals(indexOfStep(`${ZEROS}7`), 7);
  assertEquals(longest < 100, true);
});

Deno.test("keys with runs of digits of any length are compared in linear time, modulo 2^64 as in Go", () => {
  for (let length = 10; length < 64; length++) {
    const [a, b] = [`1${DIGITS.slice(0, length)}`, `2${DIGITS.slice(0, length)}`];
    const difference = BigInt.asIntN(64, BigInt(a)) - BigInt.asIntN(64, BigInt(b));
    assertEquals(Math.sign(compareKeys(`a${a}`, `a${b}`)), difference < 0n ? -1 : 1, a);
  }
  // A power of ten as high as this is a multiple of 2^64, so the numbers are equal.
  const longest = longestConversion(() => assertEquals(compareKeys(`a1${DIGITS}`, `a2${DIGITS}`), -1));
  assertEquals(longest < 100, true);
});
