import { assertEquals } from "@std/assert";
import { plainTextEnd } from "./canonical_plain.ts";

/** `w78` and the like for 78 times w. */
function long(text: string): string {
  return text.replace(/w(\d\d)/g, (_, count) => "w".repeat(Number(count)));
}

/** Texts in a collection in column 2, written in column 0 with further lines in column 4; `$` marks the end. */
function endOf(text: string): number | undefined {
  return plainTextEnd(long(text).replace("$", ""), 0, 2, 0, 4);
}

Deno.test("plainTextEnd() finds the end of texts that are written as they stand", () => {
  const texts = [
    "word$\n  x",
    "two words$\nx",
    "v1$\n\tx",
    "type$\nx",
    "a(b)$\nx",
    "y z$\nx",
    "true story$\nx",
    "y$\nz",
    "w90$\nx",
  ];
  // The first space beyond column 80 becomes a line break.
  const folded = [
    "w80 b$\nx",
    "w78 ab\n    c$\nx",
    "w81\n    c$\nx",
    "w81\n    w76 d\n    e$\nx",
    "w81\n    yes$\n  x",
  ];
  for (const text of [...texts.filter((text) => text !== "y$\nz"), ...folded]) {
    assertEquals([text, endOf(text)], [text, long(text).indexOf("$") + 1]);
  }
});

Deno.test("plainTextEnd() refuses texts with another meaning, other line breaks, or blank lines after them", () => {
  const texts = [
    "yes\nx",
    "null\nx",
    "a # c\nx",
    "a: b\nx",
    "a  b\nx",
    "é\nx",
    "a\n\nx",
    "a\n  \nx",
    "a\n    - b\n\nx",
  ];
  const folded = [
    "w81 b\nx",
    "w80\n    c\nx",
    "w81\n   c\nx",
    "w81\n     c\nx",
    "w81\n    w77 d\nx",
    "w81\n    c\n\nx",
  ];
  for (const text of [...texts, ...folded]) assertEquals([text, endOf(text)], [text, undefined]);
});
