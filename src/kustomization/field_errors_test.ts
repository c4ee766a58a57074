import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { parsed } from "../testing/yaml.ts";
import { failUnknownField, failWrongType, hintOfEntry, hintOfMapping } from "./field_errors.ts";

Deno.test("failUnknownField() names the nearest field, or up to twelve", () => {
  const hint = (known: string[], name = "x") =>
    diagnosticOf("unknown-field", () => failUnknownField(name, parsed("x"), "a patch", known)).hint;
  const names = Array.from({ length: 13 }, (_, index) => `field${index}`);
  assertEquals(hint(["path", "patch"], "pach"), "did you mean 'path'?");
  assertEquals(hint([]), undefined);
  assertEquals(hint(["path"]), "it takes path");
  assertEquals(hint(["path", "target"]), "it takes path and target");
  assertEquals(hint(["path", "target", "options"]), "it takes path, target and options");
  assertEquals(hint(names.slice(1))?.startsWith("it takes field1, field2,"), true);
  assertEquals(hint(names), undefined);
});

Deno.test("failWrongType() puts names in quotes, but no descriptions", () => {
  const message = (field: string) =>
    diagnosticOf("wrong-type", () => failWrongType(field, "a list", parsed("x"))).message.split(" must")[0];
  assertEquals(["resources", "the file", "an entry", "thefile"].map(message), [
    "'resources'",
    "the file",
    "an entry",
    "'thefile'",
  ]);
});

Deno.test("hintOfMapping() writes an entry of one field as text", () => {
  const hint = (text: string, field = "resources") => {
    const node = parsed(text);
    return node.kind === "mapping" ? hintOfMapping(node, field, "v3") : "no mapping";
  };
  assertEquals(hint("path: a.yaml"), "write '- a.yaml'");
  assertEquals(hint("name: a"), "write '- a'");
  for (const text of ["{}", "other: a", "path: [a]", "{path: a, name: b}", "path: ~", "[a]: b"]) {
    assertEquals(hint(text), undefined, text);
  }
  assertEquals(hint("FOO: bar", "literals"), "write '- FOO=bar'");
  assertEquals(hint("FOO: ", "literals"), "write '- FOO='");
  assertEquals(hint("key: file", "files"), "write '- key=file'");
  assertEquals(hint("key: file", "envs"), undefined);
});

Deno.test("hintOfEntry() writes a text as an object", () => {
  const hint = (text: string, ...known: string[]) => hintOfEntry(parsed(text), new Set(known));
  assertEquals(hint("nginx:1.2", "name", "newTag"), "write '- {name: nginx, newTag: \"1.2\"}'");
  assertEquals(hint("name:nginx", "name", "newTag"), "a space is missing after ':', write 'name: nginx'");
  assertEquals(hint("nginx:1.2", "name"), "write '- name: nginx:1.2'");
  assertEquals(hint("path:a.yaml", "path"), "a space is missing after ':', write 'path: a.yaml'");
  assertEquals(hint("https://a/b", "https", "path"), "write '- path: https://a/b'");
  assertEquals(hint("a.yaml", "path", "patch"), "write '- path: a.yaml'");
  assertEquals(hint("'[{op: add}]'", "path", "patch"), "write '- patch: [{op: add}]'");
  assertEquals(hint("|\n  a: b\n  c: d\n", "path", "patch"), "write the text under 'patch: |-'");
  assertEquals(hint("'{a}'", "path"), "write '- path: {a}'");
  assertEquals(hint("a=b", "pairs"), "write '- pairs: {a: b}'");
  assertEquals(hint("'a: b'", "pairs"), "write '- pairs: {a: b}'");
  assertEquals([hint("a", "other"), hint("[a]", "path"), hint("{a: b}", "path")], [undefined, undefined, undefined]);
});
