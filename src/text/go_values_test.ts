import { assertEquals } from "@std/assert";
import { encodeJsonString, formatFloat, formatFloatFromJson, formatFloatInFull, parseGoBool } from "./go_values.ts";

Deno.test("formatFloat() writes single precision as Go's FormatFloat(…, 'g', -1, 32)", () => {
  const floats: [number, string][] = [
    [1.1, "1.1"],
    [3.14159265358979, "3.1415927"],
    [100000, "100000"],
    [1e6, "1e+06"],
    [1.234567e6, "1.234567e+06"],
    [16777217, "1.6777216e+07"],
    [0.0001, "0.0001"],
    [1.5e-5, "1.5e-05"],
    [-0.5, "-0.5"],
    [Infinity, "+Inf"],
  ];
  for (const [value, text] of floats) assertEquals(formatFloat(value, 32), text);
});

Deno.test("formatFloat() writes double precision as Go's FormatFloat(…, 'g', -1, 64)", () => {
  const floats: [number, string][] = [
    [3.14159265358979, "3.14159265358979"],
    [999999, "999999"],
    [1e6, "1e+06"],
    [1.5e300, "1.5e+300"],
    [0.0001, "0.0001"],
    [-2.5e-7, "-2.5e-07"],
    [-0, "-0"],
    [NaN, "NaN"],
    [-Infinity, "-Inf"],
  ];
  for (const [value, text] of floats) assertEquals(formatFloat(value), text);
});

Deno.test("formatFloatInFull() has no exponent", () => {
  assertEquals([1e21, 1.25e-7, -12.5, 0].map(formatFloatInFull), [`1${"0".repeat(21)}`, "0.000000125", "-12.5", "0"]);
});

Deno.test("formatFloatFromJson() writes an integer that 64 bits hold in full", () => {
  assertEquals([1e6, 2 ** 63, 2 ** 64, 0.5].map(formatFloatFromJson), [
    "1000000",
    "9223372036854776000",
    "1.8446744073709552e+19",
    "0.5",
  ]);
});

Deno.test("parseGoBool() accepts the spellings of Go's ParseBool and no others", () => {
  assertEquals(["1", "t", "TRUE"].map(parseGoBool), [true, true, true]);
  assertEquals(["0", "F", "False"].map(parseGoBool), [false, false, false]);
  assertEquals(["", "yes", "tRUE", " 1"].map(parseGoBool), [undefined, undefined, undefined, undefined]);
});

Deno.test("encodeJsonString() escapes the characters that break HTML and JavaScript", () => {
  assertEquals(encodeJsonString('<a & "b">\u2028'), '"\\u003ca \\u0026 \\"b\\"\\u003e\\u2028"');
});
