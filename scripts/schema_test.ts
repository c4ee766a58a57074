/** The JSON schema of kustomization files agrees with what a build decodes, for all goldens and recorded cases. */

import { assert, assertEquals } from "@std/assert";
import { Ajv } from "ajv";
import { compatWith } from "../src/compat/compat_with.ts";
import { KustError } from "../src/diagnostics/diagnostic.ts";
import { Source } from "../src/diagnostics/source.ts";
import { decodeKustomization } from "../src/kustomization/decode.ts";
import { OBJECTS } from "../src/kustomization/field_descriptions.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../src/kustomization/file_names.ts";
import { jsonNode } from "../src/kustomization/json/json_node.ts";
import { kustomizationSchema } from "../src/kustomization/json_schema.ts";
import { toValue } from "../src/library/objects.ts";
import { parseDocument } from "../src/yaml/read/parse.ts";
import { toPlain } from "../src/yaml/value/plain.ts";
import { exists } from "./exists.ts";

const schema = kustomizationSchema();
const isValid = new Ajv({ strict: false, allErrors: true }).compile(schema);

/** Texts of kustomization files in and below a folder, by path. */
function kustomizationsIn(root: string): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const { name, isDirectory, isFile } of Deno.readDirSync(folder)) {
      const path = `${folder}/${name}`;
      if (isDirectory) walk(path);
      else if (isFile && KUSTOMIZATION_FILE_NAMES.includes(name)) texts.set(path, Deno.readTextFileSync(path));
    }
  };
  walk(root);
  return texts;
}

/** The code of the error with which a build rejects a file; undefined if it decodes it. Other errors are thrown. */
function codeOf(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof KustError) return error.diagnostic.code;
    throw error;
  }
}

/** Go reads field names in any case; a schema that did would complete none of them. */
function hasOtherCase(errors: typeof isValid.errors): boolean {
  const known = new Set(
    Object.values(OBJECTS).flatMap((fields) => Object.keys(fields).map((name) => name.toLowerCase())),
  );
  return (errors ?? []).every(({ params }) => {
    const name: unknown = params.additionalProperty;
    return typeof name === "string" && known.has(name.toLowerCase());
  });
}

/** Compares the schema with the decoder; returns the files on which they differ, and the counts of files. */
function compare(texts: ReadonlyMap<string, string>): { wrong: string[]; decoded: number; unknown: number } {
  const found = { wrong: [] as string[], decoded: 0, unknown: 0 };
  for (const [path, text] of texts) {
    let value: unknown;
    const code = codeOf(() => {
      const root = parseDocument(new Source(path, text), { uniqueKeys: false });
      // Before decoding, since an unknown field does not stop it.
      value = root && toValue(toPlain(jsonNode(root)));
      decodeKustomization(root, path);
    });
    if (value === undefined || typeof value !== "object") continue;
    const valid = isValid(value) || hasOtherCase(isValid.errors);
    if (code === undefined) found.decoded++;
    if (code === "unknown-field") found.unknown++;
    if (code === undefined && !valid) {
      found.wrong.push(`${path}: rejected by the schema: ${JSON.stringify(isValid.errors)}`);
    }
    if (code === "unknown-field" && isValid(value)) found.wrong.push(`${path}: accepted by the schema`);
  }
  return found;
}

Deno.test("the schema accepts each kustomization that a golden decodes, and none with an unknown field", () => {
  const { wrong, decoded, unknown } = compare(kustomizationsIn("testdata"));
  assertEquals(wrong, []);
  assert(decoded > 900 && unknown > 5, `${decoded} ${unknown}`);
});

const RECORDED = "../shared/conformance";

Deno.test({
  name: "the schema accepts each recorded kustomization that is decoded, and none with an unknown field",
  ignore: !exists(RECORDED),
  fn: () => {
    const { wrong, decoded } = compare(kustomizationsIn(RECORDED));
    assertEquals(wrong, []);
    assert(decoded > 1000, `${decoded}`);
  },
});

Deno.test("the schema of an earlier release has that release's fields", async () => {
  const earlier = new Ajv({ strict: false }).compile(kustomizationSchema(await compatWith("v5.6.0")));
  const inlineValue = { replacements: [{ sourceValue: "a", targets: [] }] };
  const anyOption = { patches: [{ path: "a.yaml", options: { allowAll: true } }] };
  assertEquals([isValid(inlineValue), earlier(inlineValue)], [true, false]);
  assertEquals([isValid(anyOption), earlier(anyOption)], [false, true]);
});

Deno.test("the schema defines each object, and describes each field", () => {
  const text = JSON.stringify(schema);
  assert(!text.includes("#/definitions/undefined"));
  const objects = [schema, ...Object.values(schema.definitions as object)];
  for (const { properties } of objects) {
    for (const [name, { description }] of Object.entries(properties as Record<string, { description?: string }>)) {
      assert(description !== undefined, name);
    }
  }
});
