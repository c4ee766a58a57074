import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import { isJsonPatch } from "./operation.ts";
import { isList, type JsonPatch, readJsonPatch, readJsonValue } from "./read.ts";

function read(text: string): JsonPatch {
  return readJsonPatch(new Source("p.yaml", text));
}

/** The value of the operation in a patch, which must be `add`. */
function addedBy(patch: string): string {
  const [operation] = read(patch).operations;
  const value = operation?.op === "add" ? operation.value : undefined;
  return value?.kind === "scalar" ? value.text : JSON.stringify(value);
}

function valueOf(yaml: string): string {
  return addedBy(`- op: add\n  path: /a\n  value: ${yaml}\n`);
}

function assertFails(text: string, code: string, line: number, column: number): void {
  const { diagnostic } = assertThrows(() => read(text).operations, KustError);
  assertEquals(diagnostic.code, code);
  assertEquals(diagnostic.place?.source.position(diagnostic.place.offset), { line, column });
}

Deno.test("readJsonPatch() reads JSON and YAML", () => {
  const json = read('[{"op": "remove", "path": "/a/b~1c"}]');
  assertEquals(json.operations.map(({ op, path }) => [op, path.steps]), [["remove", ["a", "b/c"]]]);
  assertEquals(read("- op: remove\n  path: /a\n").operations.length, 1);
  assertEquals(read("- op: copy\n  from: &a /a\n  path: *a\n").operations[0]!.path.text, "/a");
});

Deno.test("readJsonPatch() reads YAML as YAML 1.1, and JSON literally", () => {
  assertEquals(["yes", "0o17", "0x10", "1.0", "2020-01-01", "a<b", "null"].map(valueOf), [
    "true",
    "15",
    "16",
    "1",
    '"2020-01-01"',
    '"a\\u003cb"',
    "",
  ]);
  assertEquals(addedBy('[{"op":"add","path":"/a","value":1.0}]'), "1.0");
  const [operation] = read(
    "- {op: add, path: /a, value: {1: a, 1.5: b, yes: c, 0x10: d, 2001-01-01: e, 1e30: f, 0.1234567891: g, .inf: h}}",
  ).operations;
  const value = operation?.op === "add" && operation.value?.kind === "object" ? operation.value : undefined;
  assertEquals([...value!.members.keys()], ["1", "1.5", "true", "16", "2001-01-01", "1e+30", "0.12345679", ".inf"]);
});

Deno.test("isJsonPatch() takes nothing, and lists of objects", () => {
  const texts = ["~", "[]", "[~, {a: b}]", "{}", "a", "[a]", "[{a: b}, a]"];
  const patches = texts.map((text) => isJsonPatch(readJsonValue(new Source("p.yaml", ` ${text}`))));
  assertEquals(patches, [true, true, true, false, false, false, false]);
});

Deno.test("readJsonPatch() decodes operations only on demand", () => {
  const patch = read("- op: nonsense\n");
  assertEquals(patch.isEmpty, false);
  assertThrows(() => patch.operations, KustError);
  assertThrows(() => read("- ~\n").operations, KustError);
  assertThrows(() => read("- op: add\n- 1\n"), KustError);
});

Deno.test("readJsonPatch() takes nothing, and empty lists, as empty patches", () => {
  assertEquals(["", "~", "[]", "--- []", "- a: b"].map((text) => read(text).isEmpty), [true, true, true, true, false]);
  assertEquals(read("").operations, []);
});

Deno.test("the last of two equal keys counts in a JSON patch", () => {
  const text = "- op: add\n  op: remove\n  path: /a\n";
  assertEquals(read(text).operations.map(({ op }) => op), ["remove"]);
  assertEquals(isList(new Source("p.yaml", text)), true);
});

Deno.test("readJsonPatch() fails with a place", () => {
  assertFails("[{op: add}]", "json-syntax", 1, 3);
  assertFails('[{"op": "add",}]', "json-syntax", 1, 15);
  assertFails('[{"op": "a\\x"}]', "json-syntax", 1, 9);
  assertFails("[] 1", "json-syntax", 1, 4);
  assertFails("[", "json-syntax", 1, 2);
  assertFails('[{"op" "add"}]', "json-syntax", 1, 8);
  assertFails('[{"op": "add" "path": "/a"}]', "json-syntax", 1, 15);
  assertFails("[{} {}]", "json-syntax", 1, 5);
  assertFails('[{"op": nope}]', "json-syntax", 1, 9);
  assertFails("[".repeat(20_000), "json-syntax", 1, 10_001);
  assertFails("- 1\n", "invalid-patch", 1, 1);
  assertFails("a: 1\n", "invalid-patch", 1, 1);
  assertFails("- op: add\n  path: /a\n  value: .inf\n", "unsupported-yaml", 3, 10);
  for (const key of ["[1]", "~", "9223372036854775808"]) {
    assertFails(`- op: add\n  path: /a\n  value: {${key}: 2}\n`, "invalid-key", 3, 11);
  }
});

Deno.test("isList() recognizes JSON patches", () => {
  const isListText = (text: string) => isList(new Source("p.yaml", text));
  assertEquals(["[{", "- a", "--- [~]"].map(isListText), [true, true, true]);
  assertEquals(["a: 1", "", "# none", "--- []", "- a: [", "a: b\t# c\n\t# d"].map(isListText), Array(6).fill(false));
});
