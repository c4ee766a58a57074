import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { parsed } from "../../testing/yaml.ts";
import { defer, Deferred, Mapping, Scalar } from "../tree/node.ts";
import { checkTextKeys } from "./text_keys.ts";

Deno.test("checkTextKeys() rejects keys that are no texts, except those of the root", () => {
  for (
    const text of ["x", "1: a", "~: {b: [c, {'1': d}]}", "a: {b: 1, yes: 2, !!str 3: 4, <<: {}}", "[a]: 1", "- a: 1"]
  ) {
    checkTextKeys(parsed(text));
  }
  const refused = ["a: {1: b}", "a: {b: {~: c}}", "a: [x, {true: b}]", "- 1: b", "a: {[b]: c}", "a: &x {1: b}\nc: *x"];
  for (const text of refused) diagnosticOf("invalid-key", () => checkTextKeys(parsed(text)));
});

Deno.test("checkTextKeys() leaves contents alone that are not read yet", () => {
  const mapping = new Mapping();
  defer(mapping, new Deferred([], 0, () => []));
  checkTextKeys(new Mapping([{ key: new Scalar("a"), value: mapping }]));
  assertEquals(mapping.deferred === undefined, false);
});
