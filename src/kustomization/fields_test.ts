import { assert, assertEquals } from "@std/assert";
import { NEWEST } from "../compat/compat.ts";
import { Source } from "../diagnostics/source.ts";
import { structCodec } from "../edit/struct_codec.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import type { Mapping } from "../yaml/tree/node.ts";
import { print } from "../yaml/write/print.ts";
import { decodeKustomization } from "./decode.ts";
import type { Fields, FieldType } from "./field_type.ts";
import { DESCRIPTIONS, OBJECTS } from "./field_descriptions.ts";
import { kustomization } from "./fields.ts";
import { successorsOf } from "./moves.ts";
import { pathsIn } from "./paths.ts";

/** The fields of the objects in values of a type, and of the objects in those. */
function objectsIn(type: FieldType): Fields[] {
  switch (type.kind) {
    case "list":
      return objectsIn(type.element);
    case "pointer":
      return objectsIn(type.to);
    case "struct":
      return [type.fields, ...Object.values(type.fields).flatMap(objectsIn)];
    case "text map":
      return Object.keys(type.known).length === 0 ? [] : [type.known];
    default:
      return [];
  }
}

/** A value of the type, as JSON; texts name their position. */
function sample(type: FieldType, where: string): unknown {
  switch (type.kind) {
    case "text":
    case "exact text":
    case "placed text":
      return where;
    case "flag":
      return true;
    case "integer":
    case "small integer":
      return 7;
    case "any map":
      return { [where]: [1] };
    case "text map":
      return sampleObject(Object.keys(type.known).length > 0 ? type.known : { key: { kind: "text" } }, where);
    case "list":
      return [sample(type.element, where)];
    case "pointer":
      return sample(type.to, where);
    case "struct":
      return sampleObject(type.fields, where);
  }
}

function sampleObject(fields: Fields, where: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, sample(type, `${where}/${name}`)]));
}

const FILLED = { ...sampleObject(kustomization.fields, ""), apiVersion: "", kind: "" };
const TEXT = JSON.stringify(FILLED);

function rootOf(text: string): Mapping {
  const root = parseDocument(new Source("kustomization.yaml", text))!;
  if (root.kind !== "mapping") throw new Error("the sample is not a mapping");
  return root;
}

Deno.test("every field of every object is described in a sentence", () => {
  const described = new Set<Fields>(Object.values(OBJECTS));
  for (const fields of objectsIn(kustomization)) assert(described.has(fields), Object.keys(fields).join(", "));
  for (const descriptions of Object.values(DESCRIPTIONS)) {
    for (const text of Object.values(descriptions)) assert(/^[A-Z$a-z].{5,100}\.$/.test(text), text);
  }
});

Deno.test("a build reads every field in the table, and moves those with a successor", () => {
  const { kustomization: decoded } = decodeKustomization(rootOf(TEXT), "kustomization.yaml");
  for (const [name, field] of Object.entries<Fields[string]>(kustomization.fields)) {
    if (field.movedTo === undefined) assert(name in decoded, name);
    else assert(!(name in decoded) && successorsOf(field).every((successor) => successor in decoded), name);
  }
  assertEquals(decoded.resources.map(({ value }) => value), ["/resources", "/bases"]);
  assertEquals(decoded.helmCharts.map(({ name }) => name), [
    "/helmCharts/name",
    "/helmChartInflationGenerator/chartName",
  ]);
});

Deno.test("an edit writes every field unchanged", () => {
  const codec = structCodec(kustomization, NEWEST);
  const again = print(codec.encode(codec.decode(rootOf(TEXT), "", undefined)));
  const { apiVersion: _, kind: __, ...filled } = FILLED;
  assertEquals(again, print(rootOf(JSON.stringify(filled))));
});

Deno.test("the successors of moved and deprecated fields, and of the parts of an old chart, exist", () => {
  const fields: Fields = kustomization.fields;
  for (const owner of objectsIn(kustomization)) {
    for (const [name, { movedTo, deprecated, becomes }] of Object.entries(owner)) {
      if (movedTo !== undefined) assertEquals(owner[movedTo]?.kind, "list", name);
      if (deprecated !== undefined) assert(owner[deprecated] !== undefined, name);
      const [field, member] = becomes?.split(".") ?? [];
      if (field !== undefined) assert(objectsIn(fields[field]!)[0]![member!] !== undefined, name);
    }
  }
});

Deno.test("pathsIn() finds each field with a role, by its name in any case", () => {
  const roles = (text: string) =>
    [...pathsIn(kustomization.fields, rootOf(text))].map((
      { role, node },
    ) => [role, node.kind === "scalar" && node.value]);
  const expected = (type: FieldType, where: string): unknown[] => {
    const paths = "paths" in type ? type.paths : undefined;
    if (paths !== undefined) return [[paths, where]];
    const [fields = {}] = objectsIn(type);
    return Object.entries(fields).flatMap(([name, field]) => expected(field, `${where}/${name}`));
  };
  assertEquals(roles(TEXT), expected(kustomization, ""));
  assertEquals(roles("CRDS: [a]\nopenAPI: {Path: b}\npatches: &p [{path: c}]\npatchesJson6902: *p\n"), [
    ["file", "a"],
    ["file", "c"],
    ["file", "c"],
    ["file", "b"],
  ]);
  assertEquals(roles("patches: a\nresources: {a: b}\nconfigMapGenerator: [~, {files: ~}]\n"), [["resources", false]]);
});
