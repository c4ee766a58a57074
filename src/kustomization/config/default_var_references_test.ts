import { assertEquals } from "@std/assert";
import { DEFAULT_VAR_REFERENCES } from "./default_var_references.ts";

Deno.test("vars are replaced in fields of some kinds, and in labels and annotations of all", () => {
  const kindsOf = (path: string) =>
    DEFAULT_VAR_REFERENCES.filter((spec) => spec.path === path).map((spec) => ({ ...spec, path: "" }));
  assertEquals(kindsOf("metadata/labels"), [{ path: "", create: false }]);
  assertEquals(kindsOf("spec/containers/env/value"), [{ kind: "Pod", path: "", create: false }]);
  assertEquals(DEFAULT_VAR_REFERENCES.filter((spec) => "kind" in spec).length, DEFAULT_VAR_REFERENCES.length - 2);
});
