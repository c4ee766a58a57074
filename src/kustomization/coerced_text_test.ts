import { assertEquals } from "@std/assert";
import { coercedText } from "./coerced_text.ts";

Deno.test("coercedText() writes numbers as Go's FormatFloat(…, 'g', -1, 32) and integers in full", () => {
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
  for (const [value, text] of floats) assertEquals(coercedText(value), text);
  assertEquals(coercedText(12345678901234567890n), "12345678901234567890");
  assertEquals(coercedText(true), "true");
});
