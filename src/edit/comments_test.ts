import { assertEquals } from "@std/assert";
import { Source } from "../diagnostics/source.ts";
import { commentedFields } from "./comments.ts";

function fieldsOf(text: string) {
  return commentedFields(new Source("kustomization.yaml", text));
}

Deno.test("commentedFields() assigns to a field the comments above it and those among its lines", () => {
  const text = ["# one", "", "resources:", "# two", "- a", "  # three", "- b", "# four", "namePrefix: x", "# lost", ""]
    .join("\n");
  assertEquals(fieldsOf(text), [
    { field: "resources", comment: "# one\n\n# two\n  # three\n" },
    { field: "namePrefix", comment: "# four\n" },
  ]);
});

Deno.test("commentedFields() recognizes fields in any case, but not in quotes, and not imageTags", () => {
  const fields = (text: string) => fieldsOf(text).map(({ field }) => field);
  assertEquals(fields('RESOURCES: []\n"crds": []\nimageTags: []\n  images: []\nnope: x\nOpenAPI: {}\n'), [
    "resources",
    "openapi",
  ]);
});

Deno.test("commentedFields() keeps comments before the first field across other lines", () => {
  assertEquals(fieldsOf("# a\n---\n# b\nkind: X\n"), [{ field: "kind", comment: "# a\n# b\n" }]);
});

Deno.test("commentedFields() ignores a last line without a line break", () => {
  assertEquals(fieldsOf("kind: X\n# a\nresources: []"), [{ field: "kind", comment: "" }]);
});

Deno.test("commentedFields() treats a blank line of Windows, and a tab, as content", () => {
  assertEquals(fieldsOf("kind: X\r\n# a\r\n\r\nresources: []\r\n"), [
    { field: "kind", comment: "# a\r\n" },
    { field: "resources", comment: "" },
  ]);
  assertEquals(fieldsOf("kind: X\n# a\n\t\nresources: []\n")[0]!.comment, "# a\n");
});
