import { assertEquals } from "@std/assert";
import { diagnosticOf, lineOf } from "../../testing/diagnostics.ts";
import { parsed } from "../../testing/yaml.ts";
import { checkAllUniqueKeys } from "./unique_keys.ts";

Deno.test("checkAllUniqueKeys() finds repeated keys at any depth, also in keys", () => {
  const read = (text: string) => parsed(text, { uniqueKeys: false });
  const places = ["a: 1\na: 2", "- {a: 1}\n- {b: [{c: 1, c: 2}]}", "? {a: 1, a: 2}\n: b", "a: {b: c}\nd: {e: 1, e: 2}"]
    .map((text) => lineOf(diagnosticOf("duplicate-key", () => checkAllUniqueKeys(read(text)))));
  assertEquals(places, ["test.yaml:2:1", "test.yaml:2:15", "test.yaml:1:10", "test.yaml:2:11"]);
  const many = Array.from({ length: 20 }, (_, index) => `k${index}: 1\n`).join("");
  assertEquals(lineOf(diagnosticOf("duplicate-key", () => checkAllUniqueKeys(read(`${many}k3: 2`)))), "test.yaml:21:1");
  for (const text of ["a", "[a, a]", "- a: 1\n- a: 2", many]) checkAllUniqueKeys(read(text));
});
