import { NEWEST } from "../../compat/compat.ts";
import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { diagnosticOf, lineOf } from "../../testing/diagnostics.ts";
import { threadMs } from "../../testing/thread_time.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import { decodeTransformerConfig } from "./decode_transformer_config.ts";
import { DEFAULT_TRANSFORMER_CONFIG } from "./default_field_specs.ts";
import { mergeFieldSpecs, mergeTransformerConfigs, withConfigurations } from "./merge_configs.ts";
import { EMPTY_TRANSFORMER_CONFIG, transformerConfig } from "./transformer_config.ts";

function decode(yaml: string) {
  return decodeTransformerConfig(parseDocument(new Source("conf.yaml", yaml)), NEWEST);
}

Deno.test("kustomize's own specs are unchanged after any number of levels", () => {
  const once = mergeTransformerConfigs(EMPTY_TRANSFORMER_CONFIG, withConfigurations(DEFAULT_TRANSFORMER_CONFIG, []));
  assertStrictEquals(
    mergeTransformerConfigs(once, withConfigurations(DEFAULT_TRANSFORMER_CONFIG, [])),
    DEFAULT_TRANSFORMER_CONFIG,
  );
});

Deno.test("new specs are added in the order of kinds, and known ones are skipped", () => {
  const config = withConfigurations(DEFAULT_TRANSFORMER_CONFIG, [
    decode(
      "images: [{path: spec/images, kind: Foo}]\nreplicas: [{path: spec/replicas, kind: Deployment, create: true}]",
    ),
    decode("namespace: [{path: spec/ns, kind: Namespace}]"),
  ]);
  assertEquals(config.images.length, DEFAULT_TRANSFORMER_CONFIG.images.length + 1);
  assertEquals(config.replicas.length, DEFAULT_TRANSFORMER_CONFIG.replicas.length);
  assertEquals(config.namespace.map(({ path }) => path).slice(0, 2), ["metadata/name", "spec/ns"]);
});

Deno.test("kustomize's own specs are added to those of a base", () => {
  const base = decode("images: [{path: spec/images, kind: Foo}]");
  const { images } = mergeTransformerConfigs(base, withConfigurations(DEFAULT_TRANSFORMER_CONFIG, []));
  assertEquals(images, [...base.images, ...DEFAULT_TRANSFORMER_CONFIG.images]);
});

Deno.test("name references of one type are merged", () => {
  const { nameReference } = withConfigurations(DEFAULT_TRANSFORMER_CONFIG, [
    decode("nameReference: [{kind: ConfigMap, version: v1, fieldSpecs: [{path: spec/x, kind: Foo}]}]"),
    decode("nameReference: [{kind: Foo, fieldSpecs: [{path: spec/y, kind: Bar}]}]"),
  ]);
  assertEquals(nameReference.length, DEFAULT_TRANSFORMER_CONFIG.nameReference.length + 1);
  const paths = nameReference.find(({ kind }) => kind === "ConfigMap")!.fieldSpecs.map(({ path }) => path);
  assertEquals(paths.at(-1), "spec/x");
});

Deno.test("specs that only differ in create conflict, at the place of the later one", () => {
  const conflict = diagnosticOf("conflicting-field-specs", () => {
    withConfigurations(DEFAULT_TRANSFORMER_CONFIG, [decode("replicas:\n- path: spec/replicas\n  kind: Deployment\n")]);
  });
  assertEquals(lineOf(conflict), "conf.yaml:2:3");
  // A spec without a kind selects all specs with its path.
  diagnosticOf("conflicting-field-specs", () => {
    withConfigurations(DEFAULT_TRANSFORMER_CONFIG, [decode("commonLabels: [{path: metadata/labels}]")]);
  });
  const narrow = transformerConfig({ commonLabels: [{ path: "metadata/labels", kind: "Foo", create: false }] });
  assertEquals(mergeTransformerConfigs(DEFAULT_TRANSFORMER_CONFIG, narrow).commonLabels.length, 33);
});

Deno.test("unknown fields of a configuration are errors", () => {
  assertEquals(diagnosticOf("unknown-field", () => decode("namoPrefix: []")).hint, "did you mean 'namePrefix'?");
  diagnosticOf("unknown-field", () => decode("namePrefix: [{paht: x}]"));
  assertStrictEquals(decode(""), EMPTY_TRANSFORMER_CONFIG);
});

Deno.test("references to one kind are merged: known specs of later ones are skipped", () => {
  const reference = (...paths: string[]) => ({
    version: "v1",
    kind: "Secret",
    fieldSpecs: paths.map((path) => ({ kind: "A", path, create: false })),
  });
  const merged = (base: string[][], added: string[][]) => {
    const config = (paths: string[][]) => transformerConfig({ nameReference: paths.map((some) => reference(...some)) });
    const { nameReference } = mergeTransformerConfigs(config(base), config(added));
    return nameReference.map(({ fieldSpecs }) => fieldSpecs.map(({ path }) => path));
  };
  assertEquals(merged([], [["x", "x"]]), [["x", "x"]]);
  assertEquals(merged([], [["x", "x"], ["y", "x", "y"]]), [["x", "x", "y"]]);
  assertEquals(merged([["x"]], [["x", "y"], ["z", "y"]]), [["x", "y", "z"]]);
});

Deno.test("mergeFieldSpecs() takes linear time for a field of many kinds", () => {
  const specs = (suffix: string) =>
    Array.from({ length: 20_000 }, (_, index) => ({ path: "spec", kind: `K${index}${suffix}`, create: false }));
  const start = threadMs();
  const merged = mergeFieldSpecs(specs(""), [...specs(""), ...specs("x")]);
  // This takes a twentieth of a second; comparing every pair took 20.
  assert(threadMs() - start < 3000);
  assertEquals(merged.length, 40_000);
});
