import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { readStream } from "../read_stream.ts";
import { grepFilter } from "./grep.ts";

async function matches(query: string, text: string, inverts = false): Promise<boolean> {
  const { items } = readStream(new Source("a.yaml", text), { unwraps: false });
  return (await grepFilter(query, { inverts, intoTexts: false })(items)).length > 0;
}

Deno.test("grepFilter() compares texts by patterns, with comments and without quotes", async () => {
  const text = 'a: {b: "x\\"y"} # of a\nc: "1" # of c\nd:\n- name: e\n  f.g: [h, "i"] # of g\n';
  const found = ["c=^1 # of c$", "a.b=^xy", "a=of a$", "d[name=e].f\\.g=h", "d[name=e].name=^e$"];
  for (const query of found) {
    assertEquals([await matches(query, text), await matches(query, text, true)], [true, false], query);
  }
  for (const query of ["c=^1$", "c=2", "x=1", "d[name=x].name=e"]) {
    assertEquals([await matches(query, text), await matches(query, text, true)], [false, true], query);
  }
});

Deno.test("grepFilter() compares quantities", async () => {
  const text = "a: 500m\nempty: ''\n";
  for (
    const [sign, ...found] of [[">", false, false, true], [">=", false, true, true], ["<", true, false, false], [
      "<=",
      true,
      true,
      false,
    ]] as const
  ) {
    for (const [index, value] of ["1", "500m", "0"].entries()) {
      assertEquals(await matches(`a${sign}${value}`, text), found[index], `${sign}${value}`);
    }
  }
  assertEquals(await matches("empty<1", text), false);
  diagnosticOf("invalid-argument", () => grepFilter("a=b=c", { inverts: false, intoTexts: false }));
  diagnosticOf("invalid-argument", () => grepFilter("a[b][c]=d", { inverts: false, intoTexts: false }));
});
