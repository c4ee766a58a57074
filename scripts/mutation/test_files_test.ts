import { assertEquals } from "@std/assert";
import { loadTests } from "./test_files.ts";

const FILE = `
Deno.test("passes", () => {});
Deno.test("throws", () => { throw new Error("no"); });
Deno.test({ name: "rejects", fn: () => Promise.reject(new Error("no")) });
Deno.test({ name: "is ignored", ignore: true, fn: () => {} });
Deno.test("has options", { permissions: "inherit" }, async () => {});
`;

Deno.test("loadTests() returns the tests of a file, which tell whether they pass", async () => {
  const file = Deno.makeTempFileSync({ suffix: ".ts" });
  const { test } = Deno;
  try {
    Deno.writeTextFileSync(file, FILE);
    const results: [string, boolean][] = [];
    for (const { name, passes } of await loadTests(file)) results.push([name, await passes()]);
    assertEquals(results, [["passes", true], ["throws", false], ["rejects", false], ["has options", true]]);
  } finally {
    Object.defineProperty(Deno, "test", { value: test, configurable: true });
    Deno.removeSync(file);
  }
});
