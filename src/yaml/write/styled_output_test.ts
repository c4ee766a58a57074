import { assertEquals } from "@std/assert";
import { StyledOutput } from "./styled_output.ts";

Deno.test("StyledOutput knows the column and the indentation after each text", () => {
  const after = (text: string) => {
    const out = new StyledOutput();
    out.write("k:");
    out.addLines(text);
    return [out.column, out.isIndented];
  };
  assertEquals(["ab", "a\nbc", "a\u2028b", "a\n", "\n\n"].map(after), [
    ...[[4, false], [2, false], [1, false]],
    ...[[0, true], [0, true]],
  ]);
});
