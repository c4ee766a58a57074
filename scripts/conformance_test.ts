import { assertEquals } from "@std/assert";
import { judge } from "./conformance.ts";

Deno.test("judge() fails an unlisted difference and a listed case that agrees", () => {
  const results = ["agree a", "differ b", "differ c", "agree d e"];
  const known = { "part/c": "needs docker", "part/d e": "was wrong once", "other/b": "of another part" };
  assertEquals(judge("part", results, known), { agree: 2, known: 1, unlisted: ["part/b"], outdated: ["part/d e"] });
});
