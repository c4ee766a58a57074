/** Floats as they come out of kustomize's way over JSON: integers where they can be, else Go's shortest form. */

export function printFloat(value: number): string {
  const json = String(value);
  if (!/^-?[0-9]+$/.test(json)) return printGoFloat(value);
  const integer = BigInt(json);
  const isInteger = integer >= -(2n ** 63n) && integer < 2n ** 64n;
  return isInteger ? String(integer) : printGoFloat(value);
}

/** Go's `%g`: with an exponent below 1e-04, and from 1e+06 on. */
export function printGoFloat(value: number): string {
  const [mantissa, exponentText] = value.toExponential().split("e") as [string, string];
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < 6) return String(value);
  const sign = exponent < 0 ? "-" : "+";
  return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
}
