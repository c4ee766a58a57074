import { assertEquals } from "@std/assert";
import { isTestFile, nearestFirst, takesLong, testsOfSharedCode } from "./selection.ts";

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

Deno.test("testsOfSharedCode() leaves out tests that take long, unless they are near", () => {
  const long = ["src/watch/watcher_test.ts", "src/cli/affected/affected_test.ts"].map((file) => ({ file }));
  assertEquals(testsOfSharedCode("src/cli/root.ts", [...TESTS, ...long]).map(({ file }) => file), [
    "src/cli/a_test.ts",
    "src/cli/affected/affected_test.ts",
    "testdata/golden_test.ts",
    "src/yaml/a_test.ts",
    "src/yaml/read/a_test.ts",
  ]);
});

Deno.test("isTestFile() accepts tests that run src/ in their process", () => {
  const files = ["src/yaml/a_test.ts", "src/yaml/a.ts", "src/cli/permissions_test.ts", "scripts/docs/examples_test.ts"];
  assertEquals(files.map(isTestFile), [true, false, false, true]);
});

Deno.test("takesLong() names the tests that wait for those of all others", () => {
  assertEquals(["testdata/golden_test.ts", "testdata/windows_test.ts"].map(takesLong), [false, true]);
});
