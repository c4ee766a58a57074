import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { build } from "../build.ts";

const NOTHING = "PrefixTransformer\nmetadata: {name: v}\nfieldSpecs: [{path: none}]\n";
const labelled = (label: string) =>
  `LabelTransformer\nmetadata: {name: v}\nlabels: {${label}}\nfieldSpecs: [{path: metadata/labels, create: true}]\n`;

/** What a validator is told to have done wrong to an object. */
async function fault(validator: string, metadata: string, fields = ""): Promise<string> {
  const files = new MemoryFileSystem({
    "/app/kustomization.yaml": `resources: [a.yaml]\nvalidators: [v.yaml]\n${fields}`,
    "/app/a.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a${metadata}}\n`,
    "/app/v.yaml": `apiVersion: builtin\nkind: ${validator}`,
  });
  const { errors: [error] } = await build(files, "/app");
  return error === undefined ? "" : error.message.replace(/^.* 'v' (\w+) .*$/, "$1");
}

const LABELS = ", labels: {b: c}";
const ORIGINS = "buildMetadata: [originAnnotations]\n";

Deno.test("a validator that changes nothing agrees with labels, and with origins", async () => {
  for (const fields of ["", ORIGINS]) {
    for (const metadata of ["", LABELS]) assertEquals(await fault(NOTHING, metadata, fields), "");
  }
});

Deno.test("a validator may sign what has no other labels", async () => {
  const sign = labelled("validated-by: me");
  assertEquals([await fault(sign, ""), await fault(sign, "", ORIGINS)], ["", ""]);
  assertEquals(await fault(sign, LABELS), "signed");
  assertEquals(await fault(sign, ", labels: {b: c, validated-by: you}"), "changed");
});

Deno.test("a validator may not change other labels", async () => {
  for (const metadata of ["", LABELS, ", labels: {validated-by: you}"]) {
    assertEquals(await fault(labelled("b: d"), metadata), "changed", metadata);
  }
});
