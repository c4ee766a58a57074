import { assertEquals } from "@std/assert";
import { print } from "../../yaml/write/print.ts";
import { type FieldSpec, FieldSpecs, type NewField, PreparedFieldSpec, Trail } from "./spec.ts";
import { setScalar } from "./set_field.ts";
import { diagnosticOf, lineOf } from "../../testing/diagnostics.ts";
import { resourcesOf } from "../../testing/model.ts";

const TEXT: NewField = { kind: "scalar", tag: "!!str" };

/** Sets the fields of `yaml` that `spec` selects to `new`. */
function change(yaml: string, spec: Partial<FieldSpec>, makes = true): string {
  const [resource] = resourcesOf(yaml);
  new FieldSpecs([{ path: "", create: false, ...spec }]).visit(resource!, makes ? TEXT : undefined, (node, at) => {
    setScalar(node, "new", "", at);
  });
  return print(resource!.node);
}

Deno.test("a path implicitly enters the elements of lists", () => {
  const yaml = "spec:\n  list:\n  - a: old\n  - b: old\n  - null\n";
  const changed = "spec:\n  list:\n  - a: new\n  - b: old\n  - null\n";
  assertEquals(change(yaml, { path: "spec/list/a" }), changed);
  assertEquals(change(yaml, { path: "spec/list[]/a" }), changed);
  assertEquals(change(yaml, { path: "/spec/list/a" }), changed);
});

Deno.test("missing fields are only created with create, and lists never", () => {
  assertEquals(change("a: {}\n", { path: "a/b/c" }), "a: {}\n");
  assertEquals(change("a: {}\n", { path: "a/b/c", create: true }), "a:\n  b:\n    c: new\n");
  assertEquals(change("a: {}\n", { path: "a/b/c", create: true }, false), "a: {}\n");
  assertEquals(change("a: {}\n", { path: "a/b[]/c", create: true }), "a: {}\n");
  assertEquals(change("a:\n  b:\n  - x: y\n", { path: "a/b[]/c", create: true }), 'a:\n  b:\n  - c: new\n    x: "y"\n');
});

Deno.test("null ends the path; a step with [] turns it into an empty list, and create into the expected kind", () => {
  assertEquals(change("a:\n", { path: "a/b" }), "a: null\n");
  assertEquals(change("a:\n", { path: "a[]/b" }), "a: []\n");
  assertEquals(change("a:\n", { path: "a[]/b" }, false), "a: []\n");
  assertEquals(change("a:\n", { path: "a/b", create: true }), "a:\n  b: new\n");
  assertEquals(change("a:\n", { path: "a" }), "a: new\n");
});

Deno.test("a backslash makes a slash part of a step", () => {
  assertEquals(change("a:\n  b/c:\n    d: old\n", { path: "a/b\\/c/d" }), "a:\n  b/c:\n    d: new\n");
});

Deno.test("a spec selects by each part of the gvk that it names", () => {
  const yaml = "a: old\napiVersion: apps/v1\nkind: Deployment\n";
  const changed = yaml.replace("old", "new");
  assertEquals(change(yaml, { path: "a", kind: "Deployment", group: "apps", version: "v1" }), changed);
  assertEquals(change(yaml, { path: "a", kind: "", group: "", version: "" }), changed);
  assertEquals(change(yaml, { path: "a", kind: "Service" }), yaml);
  assertEquals(change(yaml, { path: "a", group: "batch" }), yaml);
  assertEquals(change(yaml, { path: "a", version: "v2" }), yaml);
});

Deno.test("text on the way, and fields of another kind, are errors with a place", () => {
  const yaml = "kind: Foo\nmetadata: {name: f}\na:\n  b: text\n";
  const onTheWay = diagnosticOf("wrong-type", () => change(yaml, { path: "a/b/c" }));
  assertEquals(
    onTheWay.message,
    "a/b/c of Foo 'f': expected a mapping or list before 'c', found the string 'text'",
  );
  assertEquals(lineOf(onTheWay), "r.yaml:4:6");
  const atTheEnd = diagnosticOf("wrong-type", () => change(yaml, { path: "a" }));
  assertEquals(atTheEnd.message, "a of Foo 'f' must be a single value, but is a mapping");
  assertEquals(lineOf(atTheEnd), "r.yaml:4:3");
});

Deno.test("steps that no mapping can have are errors", () => {
  for (const path of ["", "a/", "a//b", "a/0", "a/-", "a/*", "a/[x=y]"]) {
    diagnosticOf("invalid-field-spec", () => change("kind: Foo\na: {}\n", { path, create: true }));
  }
  assertEquals(change("kind: Foo\n", { path: "a/" }), "kind: Foo\n");
});

Deno.test("a trail leads to the same fields as each path alone", () => {
  const yaml = `kind: A
metadata: {name: a}
spec: {b: {c: x, d: [{e: y}, {e: [z]}], n: null}, s: text}
`;
  const names = ["spec", "b", "c", "d", "e", "n", "d[]", "x"];
  const paths = names.flatMap((a) => names.flatMap((b) => names.map((c) => [a, b, c].join("/"))));
  const [resource] = resourcesOf(yaml);
  const trail = new Trail(resource!);
  const found = (visit: (into: string[]) => void) => {
    const into: string[] = [];
    visit(into);
    return into;
  };
  for (const path of ["spec", ...paths.flatMap((path) => [path, path]), "spec/b/d/e"]) {
    const spec = new PreparedFieldSpec({ path, create: false });
    assertEquals(
      found((into) => spec.visitAlong(trail, (node) => into.push(print(node)))),
      found((into) => spec.visit(resource!, undefined, (node) => into.push(print(node)))),
      path,
    );
  }
  const { end } = trail;
  assertEquals(end?.kind === "sequence" && print(end), '- e: "y"\n- e:\n  - z\n', "where the last path enters a list");
  const intoText = new PreparedFieldSpec({ path: "spec/s/t", create: false });
  diagnosticOf("wrong-type", () => intoText.visitAlong(trail, () => {}));
  const wildcard = new PreparedFieldSpec({ path: "*/a", create: false });
  diagnosticOf("invalid-field-spec", () => wildcard.visitAlong(trail, () => {}));
});

Deno.test("a change of a field makes a new id, unless the field surely has no part in it", () => {
  const keeps = { "spec/a": true, "metadata/labels": true, "metadata/name": false, "metadata": false, "kind": false };
  for (const [path, isKept] of Object.entries(keeps)) {
    const [resource] = resourcesOf("kind: A\nmetadata: {name: a, labels: {a: b}}\nspec: {a: b}\n");
    const { id } = resource!;
    new FieldSpecs([{ path, create: false }]).visit(resource!, undefined, () => {});
    assertEquals(resource!.id === id, isKept, path);
  }
});
