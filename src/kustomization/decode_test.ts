import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { decodeKustomization } from "./decode.ts";

function decode(text: string) {
  const source = new Source("kustomization.yaml", text);
  return decodeKustomization(parseDocument(source, { uniqueKeys: false }), source.name);
}

/** Code, line, column and hint of the error. */
function errorOf(text: string) {
  const { diagnostic } = assertThrows(() => decode(text), KustError);
  const { code, place, hint } = diagnostic;
  const position = place?.source.position(place.offset);
  return [code, position === undefined ? "" : `${position.line}:${position.column}`, hint ?? ""];
}

const values = (texts: { value: string }[]) => texts.map(({ value }) => value);

Deno.test("field names match in any case, and the last of several counts", () => {
  const { kustomization } = decode("Resources: [a]\nNAMEPREFIX: x\nnamePrefix: z\nnamespace: a\nnamespace: b\n");
  assertEquals(values(kustomization.resources), ["a"]);
  assertEquals(kustomization.namePrefix, "z");
  assertEquals(kustomization.namespace, "b");
});

Deno.test("each of several spellings of a field must be of the right type", () => {
  assertEquals(errorOf("nameprefix: a\nnamePrefix: 5\n").slice(0, 2), ["wrong-type", "2:13"]);
  const { kustomization } = decode("commonLabels: {a: x, b: x}\nCommonLabels: {a: z, c: z}\n");
  assertEquals(Object.fromEntries(kustomization.commonLabels), { a: "x", b: "x", c: "z" });
});

Deno.test("bases, imageTags and env are appended to resources, images and envs", () => {
  const { kustomization, warnings } = decode(`
bases: [base]
resources: [a.yaml]
imageTags: [{name: old}]
images: [{name: new}]
configMapGenerator: [{name: c, env: one.env, envs: [two.env]}]
`);
  assertEquals(values(kustomization.resources), ["a.yaml", "base"]);
  assertEquals(kustomization.images.map(({ name }) => name), ["new", "old"]);
  assertEquals(values(kustomization.configMapGenerator[0]!.envs), ["two.env", "one.env"]);
  assertEquals(warnings.map(({ message }) => message), [
    "# Warning: 'bases' is deprecated. Please use 'resources' instead. " +
    "Run 'kustomize edit fix' to update your Kustomization automatically.",
    "# Warning: 'imageTags' is deprecated. Please use 'images' instead. " +
    "Run 'kustomize edit fix' to update your Kustomization automatically.",
  ]);
});

Deno.test("helmChartInflationGenerator becomes charts and globals, and the last globals count", () => {
  const { kustomization } = decode(`
helmChartInflationGenerator:
- {chartName: a, chartHome: one, values: v.yaml}
- {chartName: b, chartHome: two, helmHome: home}
`);
  assertEquals(kustomization.helmCharts.map(({ name, valuesFile }) => [name, valuesFile]), [["a", "v.yaml"], [
    "b",
    "",
  ]]);
  assertEquals(kustomization.helmCharts.map(({ node }) => node && node.start), [32, 81]);
  assertEquals(kustomization.helmGlobals, { chartHome: "two", configHome: "home" });
  assertEquals(kustomization.helmCharts.map(({ includeCRDs, skipTests }) => [includeCRDs, skipTests]), [
    [false, false],
    [false, false],
  ]);
});

Deno.test("an unknown field is rejected with its place and the nearest name", () => {
  assertEquals(errorOf("namePrefix: a\nresuorces: []\n"), ["unknown-field", "2:1", "did you mean 'resources'?"]);
  assertEquals(errorOf("images:\n- name: a\n  newTga: x\n"), ["unknown-field", "3:3", "did you mean 'newTag'?"]);
});

Deno.test("a value of the wrong type is rejected, by the same rules as kustomize's", () => {
  assertEquals(errorOf("namePrefix: 5\n"), ["wrong-type", "1:13", 'put it in quotes: "5"']);
  assertEquals(errorOf("namePrefix: yes\n"), ["wrong-type", "1:13", 'put it in quotes: "yes"']);
  assertEquals(errorOf("commonLabels: {a: 1}\n")[0], "wrong-type");
  assertEquals(errorOf("resources: a.yaml\n"), ["wrong-type", "1:12", ""]);
  assertEquals(errorOf("resources: [{a: b}]\n")[0], "wrong-type");
  assertEquals(errorOf("replicas: [{name: a, count: two}]\n")[0], "wrong-type");
  assertEquals(errorOf("replicas: [{name: a, count: 1.5}]\n")[0], "wrong-type");
  assertEquals(errorOf("generatorOptions: {immutable: 'true'}\n")[0], "wrong-type");
  assertEquals(errorOf("- a\n")[0], "wrong-type");
  for (const key of ["~", "[a]", "{a: b}", "9223372036854775808"]) {
    assertEquals(errorOf(`commonLabels: {? ${key} : x}\n`).slice(0, 2), ["invalid-key", "1:18"], key);
  }
});

Deno.test("Go's conversions are accepted: null as anything, whole floats as integers, dates as text", () => {
  const { kustomization } = decode(`
namespace: ~
resources: [null, a]
commonLabels: {a: null, d: 2001-01-01}
replicas: [{name: a, count: 3.0}, {name: b, count: 0x10}]
generatorOptions: {immutable: on}
vars:
`);
  assertEquals(kustomization.namespace, "");
  assertEquals(values(kustomization.resources), ["", "a"]);
  assertEquals([...kustomization.commonLabels], [["a", ""], ["d", "2001-01-01"]]);
  assertEquals(kustomization.replicas.map(({ count }) => count), [3, 16]);
  assertEquals(kustomization.generatorOptions?.immutable, true);
});

Deno.test("keys other than texts become the texts that JSON has for them", () => {
  const { kustomization } = decode(
    "commonLabels: {9223372036854775807: a, 1.50: a, yes: a, .inf: a, .nan: a, 0x10: a}\n",
  );
  assertEquals([...kustomization.commonLabels.keys()], ["9223372036854775807", "1.5", "true", ".inf", ".nan", "16"]);
});

Deno.test("merge keys and aliases are followed", () => {
  const { kustomization } = decode(`
configMapGenerator:
- &one {name: a, literals: &l [x=y]}
- {<<: *one, name: b}
`);
  assertEquals(kustomization.configMapGenerator.map(({ name, literals }) => [name, values(literals)]), [
    ["a", ["x=y"]],
    ["b", ["x=y"]],
  ]);
});

Deno.test("a kustomization without fields is rejected; an empty list is a field, unless it is moved into another", () => {
  for (const text of ["", "kind: Kustomization\n", "namePrefix: ''\n", "resources:\n", "bases: []\n"]) {
    assertEquals(errorOf(text)[0], "empty-kustomization", text);
  }
  decode("resources: []\n");
  decode("images: []\n");
  decode("generatorOptions: {}\n");
});

Deno.test("kind and apiVersion must be kustomize's", () => {
  assertEquals(errorOf("kind: Foo\nresources: []\n").slice(0, 2), ["wrong-kind", "1:7"]);
  assertEquals(errorOf("apiVersion: v1\nresources: []\n").slice(0, 2), ["invalid-value", "1:13"]);
  assertEquals(decode("kind: Component\nresources: []\n").kustomization.apiVersion, "kustomize.config.k8s.io/v1alpha1");
  assertEquals(
    errorOf("kind: Component\napiVersion: kustomize.config.k8s.io/v1beta1\nresources: []\n")[0],
    "invalid-value",
  );
});
