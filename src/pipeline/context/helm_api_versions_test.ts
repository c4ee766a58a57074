import { assertEquals } from "@std/assert";
import { HelmApiVersions } from "./helm_api_versions.ts";

/** The versions that each chart gets in the end. */
function shared(given: string[], ...charts: string[][]): string[][] {
  const versions = new HelmApiVersions(given);
  return charts.map((own) => versions.share(own)).map((asked) => asked());
}

Deno.test("charts overwrite the versions of the command line as far as these reach", () => {
  assertEquals(shared([], ["a"], [], ["b", "c"]), [["a"], [], ["b", "c"]]);
  assertEquals(shared(["x", "y"], [], ["a"], []), [["a", "y"], ["a"], ["a", "y"]]);
  assertEquals(shared(["x", "y"], ["a", "b"], ["c"]), [["c", "b"], ["c"]]);
  assertEquals(shared(["x", "y"], ["a", "b", "c"], ["d"], []), [["a", "b", "c"], ["d"], ["d", "b"]]);
});

Deno.test("Go allocates memory for versions in powers of two", () => {
  assertEquals(shared(["x", "y", "z"], ["a", "b", "c", "d"], ["e"], []), [["e", "b", "c", "d"], ["e"], [
    "e",
    "b",
    "c",
  ]]);
  assertEquals(shared(["x", "y", "z"], ["a", "b", "c", "d", "e"], ["f"]), [["a", "b", "c", "d", "e"], ["f"]]);
});
