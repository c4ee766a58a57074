import { assertEquals } from "@std/assert";
import { isTestFile, nearestFirst, testsOfSharedCode } from "./selection.ts";

const TESTS = [
  "testdata/windows_test.ts",
  "src/cli/a_test.ts",
  "testdata/golden_test.ts",
  "src/yaml/a_test.ts",
  "src/yaml/read/a_test.ts",
].map((file) => ({ file }));

Deno.test("nearestFirst() puts the goldens after tests of the same part, before others and their own repetitions", () => {
  assertEquals(nearestFirst("src/yaml/read/parse.ts", TESTS).map(({ file }) => file), [
    "src/yaml/read/a_test.ts",
    "src/yaml/a_test.ts",
    "testdata/golden_test.ts",
    "src/cli/a_test.ts",
    "testdata/windows_test.ts",
  ]);
});

Deno.test("testsOfSharedCode() are those of the same part, and the goldens", () => {
  assertEquals(testsOfSharedCode("src/cli/root.ts", TESTS).map(({ file }) => file), [
    "src/cli/a_test.ts",
    "testdata/golden_test.ts",
  ]);
});

Deno.test("isTestFile() accepts tests that run src/ in their process", () => {
  const files = ["src/yaml/a_test.ts", "src/yaml/a.ts", "src/cli/permissions_test.ts", "scripts/docs/examples_test.ts"];
  assertEquals(files.map(isTestFile), [true, false, false, true]);
});
