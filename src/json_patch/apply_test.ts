import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { print } from "../yaml/write/print.ts";
import { jsonToNode } from "./nodes.ts";
import { decodeJsonPatch } from "./operation.ts";
import { applyJsonPatch } from "./apply.ts";
import { parseJson } from "./text.ts";
import { copyJson, type JsonValue } from "./value.ts";

/** Applies a JSON patch to a JSON document. Returns YAML. */
function apply(document: string, patch: string): string {
  return applyValue(parseJson(new Source("document", document)), parseJson(new Source("patch", patch)));
}

function applyValue(document: JsonValue, patch: JsonValue): string {
  if (document === null || document.kind === "scalar") throw new Error("kustomize patches objects and lists only");
  return print(jsonToNode(applyJsonPatch(document, decodeJsonPatch(patch), "Kind name")));
}

/** Expects an error with this code, and `column` as its place in the patch. */
function assertFails(document: string, patch: string, code: string, column?: number): void {
  const { diagnostic } = assertThrows(() => apply(document, patch), KustError);
  assertEquals(diagnostic.code, code);
  if (column !== undefined) {
    assertEquals(diagnostic.place?.source.position(diagnostic.place.offset), { line: 1, column });
  }
}

Deno.test("applyJsonPatch() adds, removes, moves and copies values", () => {
  assertEquals(apply('{"a":1}', '[{"op":"add","path":"/b","value":[2]}]'), "a: 1\nb:\n- 2\n");
  assertEquals(apply('{"a":1,"b":2}', '[{"op":"remove","path":"/a"}]'), "b: 2\n");
  assertEquals(apply('{"a":{"b":1}}', '[{"op":"move","from":"/a/b","path":"/c"}]'), "a: {}\nc: 1\n");
  assertEquals(apply('{"a":[1]}', '[{"op":"copy","from":"/a/0","path":"/a/-"}]'), "a:\n- 1\n- 1\n");
  assertEquals(apply('{"a":1}', '[{"op":"replace","path":"","value":{"b":2}}]'), "b: 2\n");
});

Deno.test("applyJsonPatch() unescapes steps", () => {
  assertEquals(apply('{"a/b":1,"c~d":2}', '[{"op":"remove","path":"/a~1b"},{"op":"remove","path":"/c~0d"}]'), "{}\n");
});

Deno.test("applyJsonPatch() counts negative indexes from the end", () => {
  assertEquals(apply("[1,2]", '[{"op":"remove","path":"/-1"}]'), "- 1\n");
  assertEquals(apply("[1,2]", '[{"op":"add","path":"/-1","value":3}]'), "- 1\n- 2\n- 3\n");
  assertEquals(apply("[1,2]", '[{"op":"remove","path":"/-2"}]'), "- 2\n");
  assertFails("[1,2]", '[{"op":"remove","path":"/-3"}]', "patch-does-not-apply");
});

Deno.test("applyJsonPatch() is as lenient as kustomize", () => {
  assertEquals(apply("{}", '[{"op":"replace","path":"/a","value":1}]'), "a: 1\n");
  assertEquals(apply("{}", '[{"op":"copy","from":"/a","path":"/b"}]'), "b: null\n");
  assertEquals(apply("{}", '[{"op":"add","path":"/a"}]'), "a: null\n");
  assertEquals(apply("{}", '[{"op":"add","path":"ignored/a","value":1}]'), "a: 1\n");
});

Deno.test("applyJsonPatch() compares numbers and strings by their text", () => {
  assertEquals(apply('{"a":1}', '[{"op":"test","path":"/a","value":1}]'), "a: 1\n");
  assertFails('{"a":1}', '[{"op":"test","path":"/a","value":1.0}]', "patch-test-failed", 22);
  assertEquals(apply('{"a":{"x":[1],"y":2}}', '[{"op":"test","path":"/a","value":{"y":2,"x":[1]}}]').length > 0, true);
  assertFails('{"a":"1"}', '[{"op":"test","path":"/a","value":1}]', "patch-test-failed", 22);
});

Deno.test("applyJsonPatch() hints at the spelling of a string that only looks different", () => {
  const patch = '[{"op":"test","path":"/a","value":"\\u003c"}]';
  const { diagnostic } = assertThrows(() => apply('{"a":"<"}', patch), KustError);
  assertEquals(diagnostic.hint, 'kustomize compares values as text: write this one as "<"');
});

Deno.test("applyJsonPatch() distinguishes a missing value from others in a test", () => {
  assertEquals(apply("{}", '[{"op":"test","path":"/a","value":null}]'), "{}\n");
  assertFails('{"a":1}', '[{"op":"test","path":"/a"}]', "patch-test-failed");
  assertFails('{"a":[null]}', '[{"op":"test","path":"/a","value":[null]}]', "patch-does-not-apply");
  assertEquals(apply('{"a":null}', '[{"op":"test","path":"/a"}]'), "a: null\n");
});

Deno.test("applyJsonPatch() distinguishes a null that a patch adds, but not its copies, from those of a document", () => {
  const added = '{"op":"add","path":"/a","value":{}},{"op":"add","path":"/a/b","value":null}';
  const test = (path: string, value: string) => `{"op":"test","path":"${path}","value":${value}}`;
  const copied = `[${added},{"op":"copy","from":"/a","path":"/c"},${test("/c", '{"b":null}')},${test("/c/b", "null")}]`;
  assertEquals(apply("{}", copied), "a:\n  b: null\nc:\n  b: null\n");
  assertFails("{}", `[${added},${test("/a", '{"b":null}')}]`, "patch-test-failed");
  const { notes } = diagnosticOf("patch-test-failed", () => apply("{}", `[${added},${test("/a/b", "1")}]`));
  assertEquals(notes?.map(({ message }) => message), ["found: null"]);
});

Deno.test("applyJsonPatch() points at the path that does not exist", () => {
  assertFails('{"a":1}', '[{"op":"remove","path":"/b"}]', "patch-does-not-apply", 24);
  assertFails('{"a":1}', '[{"op":"add","path":"/b/c","value":1}]', "patch-does-not-apply", 21);
  assertFails('{"a":1}', '[{"op":"add","path":"/a/c","value":1}]', "patch-does-not-apply", 21);
  assertFails('{"a":[]}', '[{"op":"add","path":"/a/1","value":1}]', "patch-does-not-apply", 21);
  assertFails('{"a":[]}', '[{"op":"replace","path":"/a/x","value":1}]', "patch-does-not-apply", 25);
  assertFails('{"a":[]}', '[{"op":"test","path":"/a/0/b","value":1}]', "patch-does-not-apply", 22);
  assertFails("{}", '[{"op":"move","from":"/b","path":"/c"}]', "patch-does-not-apply", 22);
  assertFails("{}", '[{"op":"add","path":"","value":{}}]', "patch-does-not-apply", 21);
  assertFails("{}", '[{"op":"replace","path":"","value":1}]', "patch-does-not-apply", 25);
});

Deno.test("applyJsonPatch() says what a path meets", () => {
  const reasons: [string, string, string][] = [
    ['{"a":[1]}', '{"op":"remove","path":"/a/5"}', "'5' at the end of /a/5 is not an index of the list (length 1)"],
    ['{"a":[]}', '{"op":"add","path":"/a/1"}', "'1' at the end of /a/1 is not '-' or an index of the list (length 0)"],
    ['{"a":[]}', '{"op":"add","path":"/a/0/b"}', "'0' in /a/0/b is not an index of the list (length 0)"],
    ['{"a":1}', '{"op":"add","path":"/a/b"}', "'a' in /a/b is neither an object nor a list"],
    ["{}", '{"op":"add","path":"/a/b"}', "there is no 'a' for /a/b"],
  ];
  for (const [document, operation, reason] of reasons) {
    const { message } = diagnosticOf("patch-does-not-apply", () => apply(document, `[${operation}]`));
    assertEquals(message.replace(/^.* in Kind name: /, ""), reason);
  }
});

Deno.test("applyJsonPatch() says what a test finds", () => {
  const found: [document: string, path: string, value: string, where: string, found: string][] = [
    ["{}", "/a", "1", "/a", "nothing, or null"],
    ["{}", "/a", "[]", "/a", "nothing, or null"],
    ['{"a":1}', "/a", "null", "/a", "1"],
    ['{"a":[1]}', "/a", "[]", "/a", "a list of 1"],
    ['{"a":1}', "/a", "[]", "/a", "1"],
    ['{"a":[]}', "/a", "1", "/a", "a list of 0"],
    ['{"a":1}', "", "{}", "the root", "an object with 1 key"],
    ["[]", "", "1", "the root", "a list of 0"],
  ];
  for (const [document, path, value, where, note] of found) {
    const patch = `[{"op":"test","path":"${path}","value":${value}}]`;
    const { message, notes } = diagnosticOf("patch-test-failed", () => apply(document, patch));
    assertEquals(message, `the value at ${where} of Kind name is not what the patch tests for`);
    assertEquals(notes?.map((each) => each.message), [`found: ${note}`]);
  }
});

Deno.test("applyJsonPatch() suggests the nearest key", () => {
  const { diagnostic } = assertThrows(() => apply('{"replicas":1}', '[{"op":"remove","path":"/replicsa"}]'), KustError);
  assertEquals(diagnostic.hint, "did you mean 'replicas'?");
});

Deno.test("decodeJsonPatch() points at the invalid operation", () => {
  assertFails("{}", '[{"path":"/a"}]', "invalid-patch", 2);
  assertFails("{}", '[{"op":"ad","path":"/a"}]', "invalid-patch", 8);
  assertFails("{}", '[{"op":"add"}]', "invalid-patch", 2);
  assertFails("{}", '[{"op":"copy","path":"/a"}]', "invalid-patch", 2);
  assertFails("{}", '[{"op":"add","path":1}]', "invalid-patch", 21);
  assertFails("{}", "[1]", "invalid-patch", 1);
  assertFails("{}", '{"op":"add"}', "invalid-patch", 1);
});

const CORPUS = new URL("../../../shared/conformance/", import.meta.url);

/** How kustomize's library deviates from the RFC, by the comment or the patch of a case. */
const DIFFERENCES = new Map<string, "fails" | "applies">([
  // A whole document can only be replaced by `replace`.
  ["replace object document with array document?", "fails"],
  ["replace array document with object document?", "fails"],
  ["replacing the root of the document is possible with add", "fails"],
  // Documents are objects or lists.
  ["Toplevel scalar values OK?", "fails"],
  // Indexes may count from the end and have leading zeros.
  ['[{"op":"add","path":"/bar/-1","value":"5"}]', "applies"],
  ["test with bad array number that has leading zeros", "applies"],
  // A missing value is null, and so is one copied from a missing key.
  ["missing 'value' parameter to add", "applies"],
  ["missing 'value' parameter to replace", "applies"],
  ["missing 'value' parameter to test", "applies"],
  ["missing from location to copy", "applies"],
  // The last of two members with the same name wins.
  ["duplicate ops", "applies"],
]);

for (const file of ["json-patch-tests.json", "json-patch-spec-tests.json"]) {
  Deno.test({
    name: `applyJsonPatch() does what ${file} says, but for the known differences`,
    ignore: !exists(new URL(file, CORPUS)),
    fn() {
      const cases = parseJson(new Source(file, Deno.readTextFileSync(new URL(file, CORPUS))));
      if (cases?.kind !== "array") throw new Error("not a list of cases");
      assertEquals(cases.items.filter((item) => outcome(item) !== expected(item)).map(text), []);
    },
  });
}

/** The result of a case, as YAML, or `fails`. */
function outcome(item: JsonValue): string {
  try {
    return applyValue(copyJson(member(item, "doc"), () => {}), member(item, "patch"));
  } catch {
    return "fails";
  }
}

function expected(item: JsonValue): string {
  const { comment, patch } = JSON.parse(text(item));
  const difference = DIFFERENCES.get(comment) ?? DIFFERENCES.get(JSON.stringify(patch));
  if (difference === "applies") return outcome(item) === "fails" ? "should apply" : outcome(item);
  if (difference === "fails" || member(item, "error") !== null) return "fails";
  const value = member(item, "expected");
  // A few cases only say that the patch applies.
  return value === null ? outcome(item) : print(jsonToNode(value));
}

function member(item: JsonValue, name: string): JsonValue {
  return item?.kind === "object" ? item.members.get(name) ?? null : null;
}

function text(value: JsonValue): string {
  if (value === null) return "null";
  if (value.kind === "scalar") return value.text;
  if (value.kind === "array") return `[${value.items.map(text).join(",")}]`;
  return `{${[...value.members].map(([key, child]) => `${JSON.stringify(key)}:${text(child)}`).join(",")}}`;
}

function exists(url: URL): boolean {
  try {
    return Deno.statSync(url).isFile;
  } catch {
    return false;
  }
}

Deno.test("copies of copies are limited over all patches of a build", () => {
  const source = new Source("patch.yaml", "");
  const place = { source, offset: 0 };
  const pointer = (text: string) => ({ text, steps: text.split("/").slice(1), place });
  const double = () => {
    const operations = Array.from({ length: 12 }, (_, i) => {
      return { op: "copy" as const, from: pointer("/a"), path: pointer(`/a/${i}`) };
    });
    const a: JsonValue = { kind: "object", members: new Map(), place: undefined };
    applyJsonPatch({ kind: "object", members: new Map([["a", a]]), place: undefined }, operations, "x");
  };
  double();
  assertEquals(source.growth.nodes, 4 * (2 ** 12 - 1));
  source.growth.nodes = 5_000_000 - 8000;
  assertEquals(assertThrows(double, KustError).diagnostic.code, "too-large");
});
