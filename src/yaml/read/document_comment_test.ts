import { assertEquals } from "@std/assert";
import { isDocumentComment } from "./document_comment.ts";

/** Whether the comments in `text` belong to the document, after a block scalar whose collection has an indent of 2. */
function isOfDocument(text: string): boolean {
  return isDocumentComment(text, text.indexOf("#"), text.length, 2);
}

Deno.test("isDocumentComment() accepts comments in one column, or in that of the collection and beyond", () => {
  for (
    const text of [
      "# a\n",
      "# a\n# b",
      "# a\n\n \n# b\n",
      "  # a\n   # b\n",
      "# a\n  # b\n",
      "# a\n   # b\n",
      " # a\n # b\n",
    ]
  ) {
    assertEquals(isOfDocument(text), true, text);
  }
});

Deno.test("isDocumentComment() rejects comments that are indented less than the first, and other text", () => {
  for (const text of ["  # a\n# b\n", " # a\n# b\n", "# a\n # b\n", "# a\nb\n", "# a\n\n  b # c\n"]) {
    assertEquals(isOfDocument(text), false, text);
  }
  assertEquals(isDocumentComment("a # b", 0, 5, 0), false);
  // What is beyond the end of the document does not count.
  assertEquals(isDocumentComment("# a\n---\nb\n", 0, 4, 0), true);
});
