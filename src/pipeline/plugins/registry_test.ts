import { assert, assertEquals } from "@std/assert";
import { GENERATORS, rowOf, TRANSFORMERS } from "./registry.ts";

Deno.test("each row loads code that configures its kind, also from its fields", async () => {
  for (const row of [...GENERATORS, ...TRANSFORMERS]) {
    const code = await row.load();
    assertEquals("fromFields" in code, row.fields !== undefined, row.kind);
    assert(typeof code.configure === "function");
  }
});

Deno.test("only the kinds of rows are known, not names that every object has", () => {
  for (const kind of ["constructor", "__proto__", "toString"]) assertEquals(rowOf(TRANSFORMERS, kind), undefined);
});

/** The texts of all input files of the goldens. */
function* goldenInputs(folder: string): Iterable<string> {
  for (const { name, isDirectory, isFile } of Deno.readDirSync(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) yield* goldenInputs(path);
    else if (isFile && /\/in\/.*(\.ya?ml|\/Kustomization)$/.test(path)) yield Deno.readTextFileSync(path);
  }
}

Deno.test("each kind is configured in a golden, and each field of a row is used in one", () => {
  const wanted = new Map<string, RegExp>();
  for (const { kind, fields = [] } of [...GENERATORS, ...TRANSFORMERS]) {
    wanted.set(kind, new RegExp(`kind: ${kind}\\b`));
    for (const name of fields) wanted.set(name, new RegExp(`^[{]?${name}:`, "m"));
  }
  for (const text of goldenInputs("testdata")) {
    for (const [name, pattern] of wanted) if (pattern.test(text)) wanted.delete(name);
  }
  assertEquals([...wanted.keys()], []);
});
