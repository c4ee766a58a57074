/** The edits of single fields, each on an in-memory file. */

import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { NEWEST } from "../compat/compat.ts";
import { Source } from "../diagnostics/source.ts";
import { addBuildMetadata, parseBuildMetadata, removeBuildMetadata } from "./changes/build_metadata.ts";
import { checkGenerator } from "./changes/check_generator.ts";
import { EditedFile } from "./edited_file.ts";
import { addToGenerator, removeGenerators, setInGenerator } from "./changes/generators.ts";
import { parseImage, removeImages, setImages } from "./changes/images.ts";
import { parsePairs } from "./changes/key_value_pairs.ts";
import { addLabelsWithoutSelector, addPairs, checkAnnotationKeys, removePairs, setPairs } from "./changes/metadata.ts";
import { addPatch, removePatch } from "./changes/patches.ts";
import { addBases, addPaths, removePaths } from "./changes/paths.ts";
import { parseReplica, removeReplicas, setReplicas } from "./changes/replicas.ts";

function fileOf(yaml: string): EditedFile {
  return new EditedFile(new Source("kustomization.yaml", yaml), NEWEST);
}

function failure(edit: () => void): { code: string; hint: string | undefined; offset: number | undefined } {
  const { code, hint, place } = assertThrows(edit, KustError).diagnostic;
  return { code, hint, offset: place?.offset };
}

Deno.test("EditedFile fills in the same defaults as kustomize and moves deprecated fields", () => {
  const { fields } = fileOf(
    "kind: Component\nbases: [b]\nresources: [a]\nconfigMapGenerator: [{name: x, env: e, envs: [f]}]",
  );
  assertEquals(fields.apiVersion, "kustomize.config.k8s.io/v1alpha1");
  assertEquals([fields.resources, fields.bases], [["a", "b"], undefined]);
  assertEquals(fields.configMapGenerator, [{ name: "x", envs: ["f", "e"] }]);
});

Deno.test("EditedFile keeps existing helmGlobals, and otherwise creates them from the old field", () => {
  const old = "helmChartInflationGenerator: [{chartName: a, chartHome: h}, {chartName: b, helmHome: g}]\n";
  assertEquals(fileOf(old).fields.helmGlobals, { chartHome: "h", configHome: "g" });
  assertEquals(fileOf(`${old}helmGlobals: {}`).fields.helmGlobals, {});
  assertEquals(fileOf(old).fields.helmCharts?.map(({ name }) => name), ["a", "b"]);
});

Deno.test("addPaths() and removePaths() report what they skip", () => {
  const file = fileOf("resources: [a.yaml]");
  addPaths(file, "resources", ["a.yaml", "b.yaml"]);
  assertEquals(file.fields.resources, ["a.yaml", "b.yaml"]);
  assertEquals(file.notices, ["resource a.yaml already in kustomization file"]);
  assertEquals(removePaths(file, "resources", ["*.json"]), false);
  assertEquals(removePaths(file, "resources", ["b*", "zz"]), true);
  assertEquals(file.fields.resources, ["a.yaml"]);
});

Deno.test("addBases() adds nothing if an entry or a folder is missing or already there", () => {
  const file = fileOf("resources: [a]");
  assertEquals(failure(() => addBases(file, ["b", "a"], () => true)), {
    code: "already-exists",
    hint: undefined,
    offset: 0,
  });
  assertEquals(failure(() => addBases(file, ["b"], () => false)).code, "not-found");
  assertEquals(file.fields.resources, ["a"]);
});

Deno.test("parsePairs() reads values with colons and quotes, and keys alone", () => {
  assertEquals([...parsePairs(["a:b:c", 'd:"e f"', "g", 'h:"', "a:z"], "label")], [
    ["a", "z"],
    ["d", "e f"],
    ["g", ""],
    ["h", '"'],
  ]);
  assertEquals(failure(() => parsePairs([":x"], "label")).code, "invalid-argument");
});

Deno.test("addPairs() overwrites only by force", () => {
  const file = fileOf("# x\ncommonLabels: {a: b}");
  const pairs = new Map([["c", "d"], ["a", "new"]]);
  assertEquals(failure(() => addPairs(file, "commonLabels", pairs, false)).offset, 4);
  assertEquals([...file.fields.commonLabels!], [["a", "b"]]);
  addPairs(file, "commonLabels", pairs, true);
  assertEquals([...file.fields.commonLabels!], [["a", "new"], ["c", "d"]]);
  setPairs(file, "commonLabels", new Map([["a", "set"]]));
  assertEquals(file.fields.commonLabels!.get("a"), "set");
});

Deno.test("addLabelsWithoutSelector() uses the first entry of its kind, even one without pairs", () => {
  const file = fileOf("labels: [{includeSelectors: true}, {includeTemplates: true}, {}]");
  const pairs = new Map([["a", "b"]]);
  addLabelsWithoutSelector(file, pairs, { force: false, includeTemplates: false });
  assertEquals(file.fields.labels![2]!.pairs, pairs);
  const again = () => addLabelsWithoutSelector(file, pairs, { force: false, includeTemplates: false });
  assertEquals(failure(again), { code: "already-exists", hint: "use --force to override it", offset: 0 });
});

Deno.test("removePairs() suggests the nearest key", () => {
  const file = fileOf("commonAnnotations: {owner: x}");
  assertEquals(failure(() => removePairs(file, "commonAnnotations", ["onwer"], false)).hint, "did you mean 'owner'?");
  assertEquals(failure(() => removePairs(file, "commonLabels", ["a"], false)).code, "no-match");
  removePairs(file, "commonLabels", ["a"], true);
  removePairs(file, "commonAnnotations", ["zzz", "owner"], true);
  assertEquals(file.fields.commonAnnotations!.size, 0);
});

Deno.test("checkAnnotationKeys() enforces the limits of 63 and 253 characters", () => {
  checkAnnotationKeys(["a", "a.b/c_d", `${"p".repeat(252)}/${"n".repeat(63)}`]);
  for (const key of ["", "-a", "a/b/c", `${"p".repeat(254)}/n`, "n".repeat(64)]) {
    assertEquals(failure(() => checkAnnotationKeys([key])).code, "invalid-argument", key);
  }
});

Deno.test("parseImage() splits names, tags and digests, and rejects a lone name", () => {
  assertEquals(parseImage("a:1"), { name: "a", newTag: "1", digest: "" });
  assertEquals(parseImage("a=h:5000/b@sha256:1"), { name: "a", newName: "h:5000/b", newTag: "", digest: "sha256:1" });
  assertEquals(parseImage("a=b:1@d"), { name: "a", newName: "b", newTag: "1", digest: "d" });
  assertEquals(failure(() => parseImage("h:5000/a")).code, "invalid-argument");
});

Deno.test("setImages() keeps the parts marked by asterisks, and sorts by name", () => {
  const file = fileOf(
    "images: [{name: b, newName: nn, newTag: t, tagSuffix: -s}, {name: c, tagSuffix: -k}, {name: b, newTag: u}]",
  );
  setImages(file, [parseImage("b=*:2"), parseImage("a:*")]);
  assertEquals(file.fields.images, [
    { name: "a", newName: undefined, newTag: undefined, digest: "" },
    { name: "b", newName: "nn", newTag: "2", digest: "" },
    { name: "c", tagSuffix: "-k" },
  ]);
  removeImages(file, ["a", "c"]);
  assertEquals(file.fields.images!.length, 1);
  assertEquals(failure(() => removeImages(file, ["bb"])), { code: "no-match", hint: undefined, offset: 0 });
});

Deno.test("setReplicas() reads 64-bit counts with signs", () => {
  const file = fileOf("replicas: [{name: b, count: 1}]");
  setReplicas(file, [parseReplica("c=+3"), parseReplica("a=-9223372036854775808"), parseReplica("b=2")]);
  assertEquals(file.fields.replicas!.map(({ count }) => count), [-(2n ** 63n), 2n, 3n]);
  for (const argument of ["a", "a=", "a=1=2", "a=1.5", "a=9223372036854775808"]) {
    assertEquals(failure(() => parseReplica(argument)).code, "invalid-argument", argument);
  }
  removeReplicas(file, ["a", "b"]);
  assertEquals(file.fields.replicas!.length, 1);
});

Deno.test("addBuildMetadata() knows its options", () => {
  const file = fileOf("buildMetadata: [managedByLabel]");
  assertEquals(failure(() => parseBuildMetadata("managedbylable")).hint, "did you mean 'managedByLabel'?");
  assertEquals(failure(() => addBuildMetadata(file, ["managedByLabel"])).code, "already-exists");
  addBuildMetadata(file, ["originAnnotations"]);
  removeBuildMetadata(file, ["managedByLabel", "transformerAnnotations"]);
  assertEquals(file.fields.buildMetadata, ["originAnnotations"]);
});

Deno.test("addPatch() and removePatch() compare whole patches: an empty target differs from none", () => {
  const file = fileOf("patches: [{path: a, target: {}}, {path: b, target: {kind: X, name: ''}}]");
  assertEquals(addPatch(file, { path: "a", patch: "" }), true);
  assertEquals(addPatch(file, { path: "b", target: { kind: "X" } }), false);
  assertEquals(file.notices, ["patch b already in kustomization file"]);
  assertEquals(removePatch(file, { path: "b" }), false);
  assertEquals(removePatch(file, { patch: "a: b" }), false);
  assertEquals(file.notices.slice(1), [
    "patch  doesn't exist in kustomization file",
    "patch a: b doesn't exist in kustomization file",
  ]);
  assertEquals(removePatch(file, { path: "a" }), true);
  assertEquals(file.fields.patches!.length, 2);
});

const NOTHING = { literals: [], files: [], envFile: "", behavior: "", type: "", disableNameSuffixHash: false };

Deno.test("addToGenerator() writes the shared options into the generator, whose own take precedence", () => {
  const file = fileOf(
    "generatorOptions: {immutable: true, labels: {a: shared, b: shared}}\nsecretGenerator: [{name: s, options: {labels: {a: own}}}]",
  );
  addToGenerator(file, "secretGenerator", { name: "s", namespace: "default" }, { ...NOTHING, literals: ["k=v"] });
  const [generator] = file.fields.secretGenerator!;
  assertEquals(generator!.options?.immutable, true);
  assertEquals(Object.fromEntries(generator!.options!.labels!), { a: "own", b: "shared" });
  addToGenerator(file, "secretGenerator", { name: "s", namespace: "ns" }, { ...NOTHING, envFile: "e", type: "T" });
  assertEquals(file.fields.secretGenerator![1], {
    name: "s",
    namespace: "ns",
    type: "T",
    envs: ["e"],
    options: {
      labels: new Map([["a", "shared"], ["b", "shared"]]),
      annotations: undefined,
      disableNameSuffixHash: undefined,
      immutable: true,
    },
  });
});

Deno.test("setInGenerator() changes values in place and rejects missing keys", () => {
  const file = fileOf("configMapGenerator: [{name: app, literals: [user=1, y=2]}]");
  const id = { name: "app", namespace: "default" };
  setInGenerator(file, "configMapGenerator", id, { literals: ["user=3"], namespace: "n" });
  assertEquals(file.fields.configMapGenerator![0]!.literals, ["user=3", "y=2"]);
  const edit = (name: string, literal: string) => () =>
    setInGenerator(file, "configMapGenerator", { name, namespace: "n" }, { literals: [literal], namespace: "" });
  assertEquals(failure(edit("app", "usre=1")).hint, "did you mean 'user'?");
  assertEquals(failure(edit("app", "user=1=2")).code, "invalid-literal");
  assertEquals(failure(edit("apps", "user=1")).hint, "did you mean 'app'?");
});

Deno.test("setInGenerator() writes the shared options into the generator, which turn nothing off", () => {
  const set = (own: string, shared: string) => {
    const file = fileOf(`generatorOptions: {${shared}}\nsecretGenerator: [{name: s, options: {${own}}}]`);
    const id = { name: "s", namespace: "default" };
    const { options } = setInGenerator(file, "secretGenerator", id, { literals: [], namespace: "" });
    return [options?.disableNameSuffixHash, options?.immutable];
  };
  const both = "disableNameSuffixHash: true, immutable: true";
  for (const [own, shared] of [[both, "labels: {a: b}"], ["labels: {a: b}", both], [both, both]] as const) {
    assertEquals(set(own, shared), [true, true]);
  }
});

Deno.test("removeGenerators() reports missing names, and fails if all are missing", () => {
  const file = fileOf("secretGenerator: [{name: a}, {name: b, namespace: nn}]");
  assertEquals(failure(() => removeGenerators(file, "secretGenerator", ["b"], "")).hint, "use --namespace nn");
  const other = fileOf("secretGenerator: [{}, {name: alpha}]");
  assertEquals(failure(() => removeGenerators(other, "secretGenerator", ["alpah"], "")).hint, "did you mean 'alpha'?");
  removeGenerators(file, "secretGenerator", ["a", "c"], "default");
  assertEquals(file.fields.secretGenerator, [{ name: "b", namespace: "nn" }]);
  assertEquals(file.notices, ["secret c doesn't exist in kustomization file"]);
});

Deno.test("checkGenerator() runs the generator", () => {
  const files = { bytes: () => new TextEncoder().encode("text"), text: (path: string) => new Source(path, "text") };
  checkGenerator("configMapGenerator", { name: "a", literals: ["k=v"], files: ["f"] }, files);
  checkGenerator("secretGenerator", { name: "a", files: ["k=f"] }, files);
  assertEquals(failure(() => checkGenerator("secretGenerator", { literals: ["k=v"] }, files)).code, "missing-name");
  assertEquals(
    failure(() => checkGenerator("configMapGenerator", { name: "a", literals: ["k=v", "k=w"] }, files)).code,
    "duplicate-key",
  );
});
