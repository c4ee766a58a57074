import { assertEquals } from "@std/assert";
import { NEWEST } from "../compat/compat.ts";
import { Source } from "../diagnostics/source.ts";
import { EditedFile } from "./edited_file.ts";
import type { Kustomization } from "./fields.ts";
import { keepFormat } from "./keep_format.ts";

function kept(yaml: string, edit: (fields: Kustomization) => void): string | undefined {
  const file = new EditedFile(new Source("kustomization.yaml", yaml), NEWEST);
  edit(file.fields);
  return keepFormat(file);
}

Deno.test("keepFormat() changes nothing without a change", () => {
  const yaml = "bases: [ 'a' ]  # old\nimageTags:\n -  name: \"x\"\n\nRESOURCES: [b]\n# end";
  assertEquals(kept(yaml, () => {}), yaml);
});

Deno.test("keepFormat() replaces a text in its quotes, before its comment", () => {
  const changes: [value: string, expected: string][] = [
    ["old # c", "it's # c"],
    ["'old'", "'it''s'"],
    ['"old"', '"it\'s"'],
    ["# c", "it's # c"],
    [">-\n  old\n  text", "it's"],
    ["old\n  text", "it's"],
  ];
  for (const [value, expected] of changes) {
    const edit = (fields: Kustomization) => void (fields.namePrefix = "it's");
    assertEquals(kept(`namePrefix: ${value}\n`, edit), `namePrefix: ${expected}\n`);
  }
});

Deno.test("keepFormat() replaces a text that is empty, or of several lines, in a list or mapping", () => {
  const changes: [value: string, expected: string][] = [
    ["''", "one"],
    ['"" # c', "one # c"],
    [" # c", "one  # c"],
    ["~ # c", "one # c"],
    ["|-\n    x", "one"],
    [">\n    x\n\n  # c", "one\n\n  # c"],
  ];
  for (const [value, expected] of changes) {
    assertEquals(
      kept(`commonLabels:\n  a: ${value}\n  b: c\n`, (fields) => fields.commonLabels!.set("a", "one")),
      `commonLabels:\n  a: ${expected}\n  b: c\n`,
    );
    assertEquals(
      kept(`resources:\n- ${value}\n- b\n`, (fields) => fields.resources!.splice(0, 1, "one")),
      `resources:\n- ${expected}\n- b\n`,
    );
  }
});

Deno.test("keepFormat() writes a text of several lines as kustomize does", () => {
  const edit = (fields: Kustomization) => void (fields.patches![0]!.patch = "a: 1\nb: 2\n");
  assertEquals(
    kept("patches:\n- patch: 'x'\n  target: {kind: X}\n", edit),
    "patches:\n- patch: |\n    a: 1\n    b: 2\n  target: {kind: X}\n",
  );
});

Deno.test("keepFormat() removes a key on the line of its dash", () => {
  const edit = (fields: Kustomization) => void (fields.images![0]!.newTag = "");
  assertEquals(kept("images:\n- newTag: a\n  name: b # c\n", edit), "images:\n- name: b # c\n");
});

Deno.test("keepFormat() adds to lists and mappings between brackets, and takes from them", () => {
  const set = (resources: string[]) => (fields: Kustomization) => void (fields.resources = resources);
  assertEquals(kept("resources: [ a, 'b' ]\n", set(["x", "a", "b", "c,d"])), "resources: [ x, a, 'b', \"c,d\" ]\n");
  assertEquals(kept("resources: [a, b, c, d]\n", set(["b"])), "resources: [b]\n");
  assertEquals(kept("resources: [a, b, c]\n", set(["a", "x", "c"])), "resources: [a, x, c]\n");
  assertEquals(kept("resources: [a, b]\n", set(["b", "a"])), "resources:\n- b\n- a\n");
  assertEquals(kept("resources: [a, b]\n", set(["a"])), "resources: [a]\n");
  assertEquals(kept("resources: [ a, b ]\n", set(["a", "x", "b"])), "resources: [ a, x, b ]\n");
  assertEquals(kept("resources: [ a, b ]\n", set(["a", "b", "x"])), "resources: [ a, b, x ]\n");
  const lines = "resources: [\n  a, # one\n  b,\n  c, d\n]\n";
  assertEquals(kept(lines, set(["a", "c", "d"])), lines.replace("  b,\n", ""));
  assertEquals(kept(lines, set(["b", "c", "d"])), lines.replace("  a, # one\n", ""));
  assertEquals(kept(lines, set(["a", "b", "d"])), lines.replace("c, ", ""));
  assertEquals(kept(lines, set(["a", "b", "c"])), lines.replace(", d", ""));
  const pairs = (fields: Kustomization) => void (fields.commonLabels = new Map([["b", "new"], ["c", "1"]]));
  assertEquals(kept("commonLabels: {a: x, 'b': z}\n", pairs), 'commonLabels: {b: new, c: "1"}\n');
});

Deno.test("keepFormat() replaces a list or mapping between brackets of which nothing is kept", () => {
  const edit = (fields: Kustomization) => {
    fields.resources = ["c"];
    fields.commonLabels = new Map([["b", "1"]]);
  };
  const expected = 'resources:\n- c\ncommonLabels:\n  b: "1"\n';
  assertEquals(kept("resources: [a, b]\ncommonLabels: {a: x}\n", edit), expected);
});

Deno.test("keepFormat() empties a mapping that is written nevertheless", () => {
  const edit = (fields: Kustomization) => void (fields.patches![0]!.target = {});
  assertEquals(
    kept("patches:\n- path: a # c\n  target:\n    kind: X\n", edit),
    "patches:\n- path: a # c\n  target: {}\n",
  );
});

Deno.test("keepFormat() moves the comments and empty lines above an item with it", () => {
  const edit = (fields: Kustomization) => void fields.resources!.reverse();
  assertEquals(
    kept("resources: # all\n\n# one\n- a\n# two\n- b\n", edit),
    "resources: # all\n# two\n- b\n\n# one\n- a\n",
  );
});

Deno.test("keepFormat() writes what changes in place of an alias", () => {
  const edit = (fields: Kustomization) => {
    fields.labels![0]!.pairs!.set("c", "d");
    fields.components!.push("e");
  };
  assertEquals(
    kept("commonLabels: &l {a: b}\nresources: &r [x]\nlabels:\n- pairs: *l\ncomponents: *r\n", edit),
    "commonLabels: &l {a: b}\nresources: &r [x]\nlabels:\n- pairs:\n    a: b\n    c: d\ncomponents:\n- x\n- e\n",
  );
});

Deno.test("keepFormat() gives up where a changed key is repeated, and in a mapping with a merge key", () => {
  const edit = (fields: Kustomization) => void (fields.namePrefix = "b");
  assertEquals(kept("namePrefix: x\nnameprefix: a\n", edit), undefined);
  const pairs = (fields: Kustomization) => void fields.labels![0]!.pairs!.set("c", "d");
  const merging = "commonLabels: &l {a: b}\nlabels:\n- pairs:\n    <<: *l\n    e: f\n";
  assertEquals(
    kept(merging, pairs),
    "commonLabels: &l {a: b}\nlabels:\n- pairs:\n    a: b\n    c: d\n    e: f\n",
  );
});

Deno.test("keepFormat() gives up where a value is used elsewhere by its anchor, and in braces", () => {
  const edit = (fields: Kustomization) => void fields.commonLabels!.set("c", "d");
  assertEquals(kept("commonLabels: &l {a: b}\nlabels: [{pairs: *l}]\n", edit), undefined);
  assertEquals(kept("{commonLabels: {a: b}}", edit), undefined);
});

Deno.test("keepFormat() leaves generators with env alone where another one changes", () => {
  const edit = (fields: Kustomization) => void (fields.configMapGenerator![1]!.literals = ["x=y"]);
  assertEquals(
    kept("configMapGenerator:\n- name: a\n  env: e # old\n- name: b\n", edit),
    "configMapGenerator:\n- name: a\n  env: e # old\n- name: b\n  literals:\n  - x=y\n",
  );
  const others = "secretGenerator:\n- name: a\n  env: e # old\n";
  const add = (fields: Kustomization) =>
    void (fields.secretGenerator = [...fields.secretGenerator ?? [], { name: "b" }]);
  assertEquals(kept(others, add), `${others}- name: b\n`);
  assertEquals(kept("namePrefix: a\n", add), "namePrefix: a\nsecretGenerator:\n- name: b\n");
  assertEquals(kept(others, (fields) => void (fields.secretGenerator = [])), "");
});
