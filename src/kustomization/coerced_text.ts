/** How a number or boolean is written where kustomize takes it for text. */

/** kustomize prints integers in full and floating-point numbers with the precision of 32 bits. */
export function coercedText(value: number | bigint | boolean): string {
  return typeof value === "number" ? float32Text(value) : String(value);
}

/** As Go's `strconv.FormatFloat(value, 'g', -1, 32)`: the shortest digits, with an exponent below 0.0001 and from a million on. */
function float32Text(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return "NaN";
  if (!Number.isFinite(single)) return single > 0 ? "+Inf" : "-Inf";
  if (single === 0) return Object.is(single, -0) ? "-0" : "0";
  const [mantissa, exponentText] = shortestExponential(single).split("e");
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < 6) return String(Number(`${mantissa}e${exponent}`));
  const digits = String(Math.abs(exponent)).padStart(2, "0");
  return `${mantissa}e${exponent < 0 ? "-" : "+"}${digits}`;
}

/** The least digits that read back as the same single-precision number. */
function shortestExponential(single: number): string {
  for (let digits = 0; digits < 9; digits++) {
    const text = single.toExponential(digits);
    if (Math.fround(Number(text)) === single) return text;
  }
  return single.toExponential(9);
}
