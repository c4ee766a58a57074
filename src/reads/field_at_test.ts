import { assertEquals } from "@std/assert";
import { Source } from "../diagnostics/source.ts";
import { FieldFinder, fieldText } from "./field_at.ts";

Deno.test("fieldAt() finds the outermost field that begins at a place, in each document", () => {
  const text = "a: x\nb:\n- c: y\n- [z]\n---\nd/e: w\nd/e: v\n";
  const source = new Source("k.yaml", text);
  const finder = new FieldFinder();
  const at = (part: string) => finder.fieldAt({ source, offset: text.indexOf(part) });
  assertEquals(["a", "x", "- c", "c", "y", "[z]", "z", "d", "w", "v", "---"].map(at), [
    "",
    "/a",
    "/b",
    "/b/0",
    "/b/0/c",
    "/b/1",
    "/b/1/0",
    "",
    "/d~1e",
    "/d~1e",
    "",
  ]);
  assertEquals(finder.fieldAt({ source: new Source("x", "a: [\n"), offset: 3 }), "");
});

Deno.test("fieldText() writes a pointer for people", () => {
  assertEquals(["", "/a", "/a/0/b", "/0/a~1b"].map(fieldText), ["", "a", "a[0].b", "[0].a/b"]);
});
