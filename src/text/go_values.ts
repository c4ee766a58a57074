/** Strings, booleans and floating-point numbers in Go's text form. */

/** A string in JSON, as Go's encoding/json escapes it. */
export function encodeJsonString(text: string): string {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, escapeForHtml);
}

function escapeForHtml(char: string): string {
  return "\\u" + char.charCodeAt(0).toString(16).padStart(4, "0");
}

const TRUE = ["1", "t", "T", "true", "TRUE", "True"];
const FALSE = ["0", "f", "F", "false", "FALSE", "False"];

/** Go's `strconv.ParseBool`; undefined if that fails. */
export function parseGoBool(text: string): boolean | undefined {
  if (TRUE.includes(text)) return true;
  return FALSE.includes(text) ? false : undefined;
}

/**
 * Go's `strconv.FormatFloat(value, 'g', -1, bits)`, which is also `%v`: the fewest digits that parse to the same
 * number, with an exponent below 1e-04 and from 1e+06 on.
 */
export function formatFloat(value: number, bits: 32 | 64 = 64): string {
  const rounded = bits === 32 ? Math.fround(value) : value;
  if (Number.isNaN(rounded)) return "NaN";
  if (!Number.isFinite(rounded)) return rounded === Infinity ? "+Inf" : "-Inf";
  const number = decompose(rounded, bits);
  const { sign, digits, exponent } = number;
  if (exponent >= -4 && exponent < 6) return inFull(number);
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
  const power = String(Math.abs(exponent)).padStart(2, "0");
  return `${sign}${digits[0]}${fraction}e${exponent < 0 ? "-" : "+"}${power}`;
}

/** Go's `strconv.FormatFloat(value, 'f', -1, 64)`, without an exponent: 1e21 is 1 and 21 zeros. */
export function formatFloatInFull(value: number): string {
  return inFull(decompose(value, 64));
}

/**
 * A float after kustomize's conversion through JSON: an integer if 64 bits can hold it, otherwise Go's shortest form.
 */
export function formatFloatFromJson(value: number): string {
  const json = String(value);
  if (!/^-?[0-9]+$/.test(json)) return formatFloat(value);
  const integer = BigInt(json);
  const isInteger = integer >= -(2n ** 63n) && integer < 2n ** 64n;
  return isInteger ? String(integer) : formatFloat(value);
}

/** The first digit is worth 10 to the power of `exponent`. */
interface Decimal {
  sign: string;
  digits: string;
  exponent: number;
}

function decompose(value: number, bits: 32 | 64): Decimal {
  const text = bits === 32 ? singleExponential(Math.abs(value)) : Math.abs(value).toExponential();
  const [mantissa = "", exponent] = text.split("e");
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  return { sign, digits: mantissa.replace(".", ""), exponent: Number(exponent) };
}

function inFull({ sign, digits, exponent }: Decimal): string {
  const point = exponent + 1;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + "0".repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** The fewest digits that parse to the same single-precision number. */
function singleExponential(single: number): string {
  let digits = 0;
  while (Math.fround(Number(single.toExponential(digits))) !== single) digits++;
  return single.toExponential(digits);
}
