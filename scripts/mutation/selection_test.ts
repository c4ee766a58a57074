import { assertEquals } from "@std/assert";
import type { Mutant } from "./mutants.ts";
import { nearestFirst, testsOfSharedCode } from "./selection.ts";

const TESTS = [
  "src/cli/a_test.ts",
  "testdata/golden_test.ts",
  "src/yaml/a_test.ts",
  "src/yaml/read/a_test.ts",
].map((file) => ({ file }));

Deno.test("nearestFirst() puts the goldens after tests of the same part, and before others", () => {
  assertEquals(nearestFirst("src/yaml/read/parse.ts", TESTS).map(({ file }) => file), [
    "src/yaml/read/a_test.ts",
    "src/yaml/a_test.ts",
    "testdata/golden_test.ts",
    "src/cli/a_test.ts",
  ]);
});

Deno.test("testsOfSharedCode() are those of the same part, and the goldens", () => {
  const mutant: Mutant = {
    ...{ path: "src/cli/root.ts", line: 1, start: 0, end: 1, text: "", change: "" },
    ...{ isStatement: false, runsOnce: true },
  };
  assertEquals(testsOfSharedCode(mutant, TESTS).map(({ file }) => file), [
    "src/cli/a_test.ts",
    "testdata/golden_test.ts",
  ]);
});
