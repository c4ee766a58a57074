import { assertEquals, assertThrows } from "@std/assert";
import { NEWEST } from "../../compat/compat.ts";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { Source } from "../../diagnostics/source.ts";
import { convertVars } from "./convert_vars.ts";
import { EditedFile } from "../edited_file.ts";
import type { ReplacementTarget } from "../fields.ts";
import type { ReadProject } from "./project_files.ts";

const VAR = "vars: [{name: A, objref: {apiVersion: apps/v1, kind: X, name: from}}]\n";

function projectOf(files: Record<string, string>): ReadProject {
  return {
    read: (path) => files[path] === undefined ? undefined : new Source(path, files[path]),
    readDir: (folder) =>
      Object.keys(files).filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)),
  };
}

function targetsIn(resource: string): (ReplacementTarget | undefined)[] {
  const file = new EditedFile(new Source("kustomization.yaml", `resources: [r.yaml]\n${VAR}`), NEWEST);
  convertVars(file, projectOf({ "r.yaml": resource }));
  return file.fields.replacements![0]!.targets!;
}

/** Field path, delimiter and index of each target. */
function cuts(resource: string): unknown[] {
  return targetsIn(resource).map((
    target,
  ) => [target!.fieldPaths![0], target!.options?.delimiter, target!.options?.index]);
}

Deno.test("convertVars() finds vars and the options that cut them out of their text", () => {
  assertEquals(cuts("a: $(A)\nb: [x, $(A)/y, {c.d: x/$(A)}]\ne: http://$(A)/z\nf: $(A)$(A)\ng: $(B)\n"), [
    ["a", undefined, undefined],
    ["b.1", "/", 0n],
    ["b.2.[c.d]", "/", 1n],
    ["e", "/", 2n],
    ["f", "$", 0n],
  ]);
});

Deno.test("convertVars() puts keys into field paths with their quotes and comments", () => {
  assertEquals(cuts('data: # of data\n  # why\n  a: $(A)\n  "b.c": $(A)\n  e:\n  # head\n  d: $(A)\n'), [
    ["data # of data.# why\na", undefined, undefined],
    ['data # of data.["b.c"]', undefined, undefined],
    ["data # of data.# head\nd", undefined, undefined],
  ]);
});

Deno.test("convertVars() takes the byte next to a var for the delimiter", () => {
  assertEquals(cuts("a: é$(A)\nb: $(A)é\n"), [["a", "\u00a9", 0n], ["b", "\u00c3", 0n]]);
});

Deno.test("convertVars() finds the first of repeated keys twice, and nothing in a file with an error", () => {
  assertEquals(cuts("a: $(A)\na: x/$(A)\n"), [["a", undefined, undefined], ["a", undefined, undefined]]);
  assertEquals(cuts("a: &x $(A)\n---\nb: *x\n"), []);
});

Deno.test("convertVars() rejects a var without the same character on both sides, and one inside a part", () => {
  for (const value of ["a-$(A).b", "x.$(A)$(A).y"]) {
    const { diagnostic } = assertThrows(() => targetsIn(`k: ${value}\n`), KustError);
    assertEquals([diagnostic.code, diagnostic.place?.offset], ["var-not-delimited", 3]);
  }
});

Deno.test("convertVars() selects by the resource's id, and leaves placeholders", () => {
  const text = "apiVersion: v1\nkind: K\nmetadata: {name: n, namespace: s}\nf: $(A)-$(B)\n---\n$(A)\n";
  const file = new EditedFile(new Source("kustomization.yaml", `resources: [r.yaml, gone.yaml]\n${VAR}`), NEWEST);
  const changed = convertVars(file, projectOf({ "r.yaml": text }));
  assertEquals([...changed], [["r.yaml", text.replaceAll("$(A)", "A_PLACEHOLDER")]]);
  const { source, targets } = file.fields.replacements![0]!;
  assertEquals([source?.group, source?.version, source?.kind, source?.name], ["apps", "v1", "X", "from"]);
  assertEquals(targets![0]!.select, { group: "", version: "v1", kind: "K", name: "n", namespace: "s" });
  assertEquals(file.fields.vars, undefined);
});

Deno.test("convertVars() selects the target of a patch, unless the patch renames it", () => {
  const select = (options: string, namespace = "") => {
    const patch = `kind: K\nmetadata: {name: new, namespace: "${namespace}"}\nf: $(A)\n`;
    const yaml = `patches: [{path: p.yaml, target: {kind: T, name: old, namespace: far}, options: ${options}}]\n${VAR}`;
    const file = new EditedFile(new Source("kustomization.yaml", yaml), NEWEST);
    convertVars(file, projectOf({ "p.yaml": patch }));
    return file.fields.replacements![0]!.targets![0]!.select!;
  };
  const selected = (options: string) => {
    const { kind, name } = select(options);
    return [kind, name];
  };
  assertEquals([select("{}").namespace, select("{}", "own").namespace], ["far", "own"]);
  assertEquals(selected("{}"), ["T", "old"]);
  assertEquals(selected("{allowNameChange: true}"), ["T", "new"]);
  assertEquals(selected("{allowKindChange: true}"), ["K", "old"]);
  assertEquals(selected("{allowKindChange: true, allowNameChange: true}"), ["K", "new"]);
});

Deno.test("convertVars() searches bases, and stops at cycles", () => {
  const file = new EditedFile(new Source("kustomization.yaml", `resources: [base]\n${VAR}`), NEWEST);
  const changed = convertVars(
    file,
    projectOf({
      "base/kustomization.yaml": "resources: [r.yaml, base]\npatches: [{path: p.yaml}]",
      "base/r.yaml": "a: $(A)",
      "base/p.yaml": "b: $(A)",
    }),
  );
  assertEquals([...changed.keys()], ["base/r.yaml", "base/p.yaml"]);
});

Deno.test("convertVars() does nothing without vars, and otherwise drops replacements", () => {
  const convert = (yaml: string) => {
    const file = new EditedFile(new Source("kustomization.yaml", yaml), NEWEST);
    convertVars(file, projectOf({}));
    return file.fields.replacements;
  };
  assertEquals(convert("replacements: [{path: r.yaml}]"), [{ path: "r.yaml" }]);
  assertEquals(convert("replacements: [{path: r.yaml}]\nvars: []"), []);
});
