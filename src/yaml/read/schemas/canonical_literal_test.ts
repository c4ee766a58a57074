import { assertEquals } from "@std/assert";
import { CopyBuilder } from "../../../text/copy_builder.ts";
import { copyLiteral, LITERAL, literalEnd } from "./canonical_literal.ts";

/** Whether the text up to `$` is such a literal, in a collection in column 2. A NUL ends every text. */
function isCopied(text: string): boolean {
  const at = text.indexOf("$");
  const end = literalEnd(text.replace("$", "") + "\0", 0, 2);
  if (end !== undefined) assertEquals(end, at + 1, text);
  return end !== undefined;
}

Deno.test("literalEnd() finds the end of lines of printable ASCII", () => {
  for (const text of ["   a\n   b$\nc", "   a\n   b$\n  c", "   a\n    b\n   ~$\n  c: d\n", "    a\n    b$\n   c\n"]) {
    assertEquals([text, isCopied(text)], [text, true]);
  }
});

Deno.test("literalEnd() refuses a single line, blank lines, the end of the text, and other characters", () => {
  const refused = [
    "   a$\nc",
    "  a\n  b$\nc",
    "   a\n   b$\n",
    "   a\n   b$\n  ",
    "   a\n   b$\n\nc",
    "   a\n   b$\n  \nc",
    "   a\n\n   b$\nc",
    "   a \n   b$\nc",
    "   a\n   b $\nc",
    "   a\n   \n   b$\nc",
    "   a\n   b\x7f$\nc",
    "   é\n   b$\nc",
    "   a\n   b$",
  ];
  for (const text of refused) assertEquals([text, isCopied(text)], [text, false]);
});

Deno.test("copyLiteral() moves the lines to their column", () => {
  const text = `${LITERAL}   a\n    b\nc`;
  const copied = (indent: number) => {
    const out = new CopyBuilder(text);
    return [copyLiteral(out, text, 0, text.length - 1, indent), out.parts().join("")];
  };
  const end = text.length - 1;
  assertEquals([copied(3), copied(2)], [[end, "|-\n   a\n    b\n"], [end, "|-\n  a\n   b\n"]]);
});
