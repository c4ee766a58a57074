import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { build } from "../build.ts";

/** The codes of the errors for a plugin that is configured in `field` and has these annotations. */
async function codes(field: string, annotations: string): Promise<string[]> {
  const files = new MemoryFileSystem({
    "/app/kustomization.yaml": `${field}: [p.yaml]\n`,
    "/app/p.yaml":
      `apiVersion: builtin\nkind: PrefixTransformer\nmetadata: {name: x, annotations: ${annotations}}\nfieldSpecs: []\n`,
  });
  return (await build(files, "/app")).errors.map(({ code }) => code);
}

Deno.test("annotations of settings are read as kustomize reads them, which panics for an odd list", async () => {
  for (const field of ["transformers", "validators"]) {
    assertEquals(await codes(field, "[{a: b}]"), ["wrong-type"], field);
    assertEquals(await codes(field, "[a, b]"), [], field);
    assertEquals(await codes(field, "text"), [], field);
  }
});

Deno.test("a kind is refused in the words of the field that lists it, with what would do", async () => {
  const refusal = async (field: string, kind: string) => {
    const files = new MemoryFileSystem({
      "/app/kustomization.yaml": `${field}: [p.yaml]\n`,
      "/app/p.yaml": `apiVersion: builtin\nkind: ${kind}\nmetadata: {name: x}\n`,
    });
    const { errors: [error] } = await build(files, "/app");
    return [error?.message, error?.hint];
  };
  const cases: [field: string, kind: string, message: string, hint: string][] = [
    ["generators", "LabelTransformer", "LabelTransformer is not a generator", "list it under 'transformers'"],
    ["transformers", "ConfigMapGenerator", "ConfigMapGenerator is not a transformer", "list it under 'generators'"],
    ["validators", "ConfigMapGenerator", "ConfigMapGenerator is not a validator", "list it under 'generators'"],
    [
      "transformers",
      "LabelTransformr",
      "there is no built-in transformer LabelTransformr",
      "did you mean 'LabelTransformer'?",
    ],
    [
      "generators",
      "Xyz",
      "there is no built-in generator Xyz",
      "'kust edit alpha-list-builtin-plugin' lists the kinds",
    ],
    [
      "validators",
      "LabelTransformr",
      "there is no built-in validator LabelTransformr",
      "use a function, a plugin, or a built-in transformer that changes nothing",
    ],
  ];
  for (const [field, kind, ...expected] of cases) assertEquals(await refusal(field, kind), expected);
});
