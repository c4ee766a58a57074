/**
 * Every field of a kustomization affects a build: without it, the output, an error or the arguments of helm differ. A
 * field of the table that is in no sample fails, and so does one that makes no difference.
 */

import { assert, assertEquals } from "@std/assert";
import type { Fields, FieldType } from "../kustomization/field_type.ts";
import { kustomization } from "../kustomization/fields.ts";
import type { Capabilities } from "../load/capabilities.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { encodeUtf8 } from "../text/bytes/utf8.ts";
import { build, printResources } from "./build.ts";

type Json = Record<string, unknown>;

/** Objects that differ in one part that a selector can match. */
const THING = {
  apiVersion: "g/v1",
  kind: "Thing",
  name: "a",
  namespace: "x",
  labels: "{l: '1'}",
  annotations: "{n: '1'}",
};
const OTHERS: Partial<typeof THING>[] = [
  {},
  { apiVersion: "h/v1" },
  { apiVersion: "g/v2" },
  { kind: "Other" },
  { name: "b" },
  { namespace: "y" },
];

function thing(parts: Partial<typeof THING>): string {
  const { apiVersion, kind, name, namespace, labels, annotations } = { ...THING, ...parts };
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: ${name}, namespace: ${namespace}, labels: ${labels}, annotations: ${annotations}}
spec: {x: "p:q", replicas: 1, template: {metadata: {}}, $: "$(V)"}
`;
}

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: {name: d, namespace: x}
spec:
  replicas: 1
  selector: {matchLabels: {app: d}}
  template:
    metadata: {labels: {app: d}}
    spec: {containers: [{name: c, image: "i:1"}, {name: e, image: "j:1"}, {name: f, image: "k:1"}]}
`;

const FILES: Readonly<Record<string, string>> = {
  "things.yaml": OTHERS.map(thing).join("---\n"),
  "marked.yaml": [{}, { name: "b", labels: "{}" }, { name: "c", annotations: "{}" }].map(thing).join("---\n"),
  "d.yaml": DEPLOYMENT,
  "set.yaml": `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: s, namespace: x}
spec: {volumeClaimTemplates: [{metadata: {name: v}}]}
`,
  "kinds.yaml": ["Service", "Secret", "ConfigMap"].map((kind) => `apiVersion: v1\nkind: ${kind}\nmetadata: {name: a}\n`)
    .join("---\n"),
  "base/kustomization.yaml":
    "configMapGenerator: [{name: c, literals: [a=b]}]\nsecretGenerator: [{name: c, literals: [a=b]}]\n",
  "e.env": "E=1\n",
  "f.env": "F=1\n",
  "f.txt": "text\n",
  "v.yaml": "a: 1\n",
  "w.yaml": "b: 1\n",
  "vars.yaml": "varReference: [{path: spec/$}]\n",
  "home/h-1.0.0/h/values.yaml": "c: 1\n",
};

const ID = { group: "g", version: "v1", kind: "Thing", name: "a", namespace: "x" };
const JSON_PATCH = '[{"op": "add", "path": "/spec/y", "value": "z"}]';
const things = { resources: ["things.yaml"] };
const generator = {
  name: "c",
  namespace: "x",
  literals: ["l=1"],
  files: ["f.txt"],
  envs: ["e.env"],
  env: "f.env",
  options: { labels: { a: "b" }, annotations: { a: "b" }, disableNameSuffixHash: true, immutable: true },
};
const chart = {
  name: "h",
  version: "1.0.0",
  repo: "https://charts.example",
  releaseName: "r",
  namespace: "n",
  additionalValuesFiles: ["w.yaml"],
  valuesFile: "v.yaml",
  valuesInline: { a: 2, i: 1 },
  valuesMerge: "merge",
  includeCRDs: true,
  skipHooks: true,
  apiVersions: ["a/v1"],
  kubeVersion: "1.30",
  nameTemplate: "t",
  skipTests: true,
  debug: true,
  devel: true,
};

/** A field counts in the first sample that has it and where it makes a difference. */
const SAMPLES: readonly Json[] = [
  { apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Component", ...things },
  { resources: ["kinds.yaml"], sortOptions: { order: "fifo" } },
  {
    resources: ["kinds.yaml"],
    sortOptions: { order: "legacy", legacySortOptions: { orderFirst: ["Service"], orderLast: ["ConfigMap"] } },
  },
  ...["bases", "crds", "configurations", "generators", "transformers", "validators", "components"].map((field) => ({
    ...things,
    [field]: ["missing.yaml"],
  })),
  { ...things, openapi: { path: "missing.json" } },
  { ...things, openapi: { version: "v0.0.0" } },
  {
    ...things,
    namePrefix: "p-",
    nameSuffix: "-s",
    commonLabels: { a: "b" },
    commonAnnotations: { a: "b" },
    buildMetadata: ["originAnnotations"],
  },
  { resources: ["d.yaml"], namespace: "n" },
  {
    resources: ["d.yaml"],
    labels: [{ pairs: { a: "b" }, includeSelectors: true }, { pairs: { c: "d" }, includeTemplates: true }],
  },
  { resources: ["set.yaml"], labels: [{ pairs: { a: "b" }, includeVolumeClaimTemplates: true }] },
  {
    ...things,
    labels: [{
      pairs: { a: "b" },
      fields: [{ group: "g", version: "v1", kind: "Thing", path: "spec/l", create: true }],
    }],
  },
  {
    ...things,
    patchesStrategicMerge: ["{apiVersion: g/v1, kind: Thing, metadata: {name: a, namespace: x}, spec: {z: z}}"],
  },
  { ...things, patchesJson6902: [{ target: ID, patch: JSON_PATCH }] },
  { ...things, patches: [{ target: ID, patch: JSON_PATCH }] },
  { ...things, patches: [{ target: ID, path: "missing.yaml" }] },
  {
    resources: ["marked.yaml"],
    patches: [{ target: { kind: "Thing", labelSelector: "l", annotationSelector: "n" }, patch: JSON_PATCH }],
  },
  {
    ...things,
    patches: [{
      target: ID,
      patch: "{apiVersion: g/v1, kind: New, metadata: {name: new}}",
      options: { allowNameChange: true, allowKindChange: true },
    }],
  },
  { resources: ["base"], configMapGenerator: [{ ...generator, namespace: undefined, behavior: "merge" }] },
  { resources: ["base"], secretGenerator: [{ ...generator, namespace: undefined, behavior: "merge" }] },
  { configMapGenerator: [generator], secretGenerator: [{ ...generator, type: "t" }] },
  { configMapGenerator: [{ name: "c" }], generatorOptions: { disableNameSuffixHash: true } },
  { helmCharts: [chart], helmGlobals: { chartHome: "home", configHome: "/config" } },
  {
    helmChartInflationGenerator: [{
      chartName: "h",
      chartVersion: "1.0.0",
      chartRepoUrl: "https://charts.example",
      chartHome: "home",
      helmHome: "/config",
      values: "v.yaml",
      valuesLocal: { a: 2, i: 1 },
      valuesMerge: "merge",
      releaseName: "r",
    }],
  },
  { ...things, vars: [{ name: "V", objref: ID, fieldref: { fieldPath: "spec.x" } }], configurations: ["vars.yaml"] },
  {
    ...things,
    vars: [{ name: "V", objref: { apiVersion: "g/v1", kind: "Thing", name: "a", namespace: "x" } }],
  },
  {
    resources: ["d.yaml"],
    images: [{ name: "i", newName: "n", newTag: "2" }, { name: "j", digest: `sha256:${"0".repeat(64)}` }, {
      name: "k",
      tagSuffix: "-t",
    }],
    imageTags: [{ name: "i", newTag: "3" }],
    replicas: [{ name: "d", count: 5 }],
  },
  {
    ...things,
    replacements: [{
      source: { ...ID, fieldPath: "spec.x", options: { delimiter: ":", index: 1 } },
      targets: [{ select: { name: "a" }, reject: [ID], fieldPaths: ["spec.made"], options: { create: true } }],
    }],
  },
  { ...things, replacements: [{ sourceValue: "v", targets: [{ select: { name: "a" }, fieldPaths: ["spec.x"] }] }] },
  { ...things, replacements: [{ path: "missing.yaml" }] },
];

/** The position of a field in a sample: the names and indexes that lead there. */
interface Occurrence {
  fields: Fields;
  name: string;
  steps: (string | number)[];
}

/** The fields of objects in `value` that exist and can make a difference. */
function occurrences(type: FieldType, value: unknown, steps: (string | number)[] = []): Occurrence[] {
  if (value === undefined) return [];
  if (type.kind === "list") {
    return (value as unknown[]).flatMap((item, index) => occurrences(type.element, item, [...steps, index]));
  }
  if (type.kind === "pointer") return occurrences(type.to, value, steps);
  const fields = fieldsOf(type);
  return Object.entries(fields).flatMap(([name, field]) => {
    const inner = (value as Json)[name];
    if (inner === undefined) return [];
    return [{ fields, name, steps: [...steps, name] }, ...occurrences(field, inner, [...steps, name])];
  });
}

function fieldsOf(type: FieldType): Fields {
  return type.kind === "struct" ? type.fields : type.kind === "text map" ? type.known : {};
}

/** Each field that must make a difference, by the object that has it; a shared object counts once. */
function fieldsIn(type: FieldType): Omit<Occurrence, "steps">[] {
  if (type.kind === "list") return fieldsIn(type.element);
  if (type.kind === "pointer") return fieldsIn(type.to);
  const fields = fieldsOf(type);
  return Object.entries(fields).flatMap(([name, field]) => field.ignored ? [] : [{ fields, name }, ...fieldsIn(field)]);
}

function without(sample: Json, steps: readonly (string | number)[]): Json {
  const copy = structuredClone(sample);
  const owner = steps.slice(0, -1).reduce<unknown>((value, step) => (value as Json)[step], copy) as Json;
  delete owner[steps.at(-1)!];
  return copy;
}

/** All effects of a build: output, messages, and commands with their files. */
async function effect(sample: Json): Promise<string> {
  const fileSystem = new MemoryFileSystem({ ...FILES, "kustomization.yaml": JSON.stringify(sample) }, "/w");
  const commands: unknown[] = [];
  const capabilities: Capabilities = {
    env: () => undefined,
    environment: () => ({}),
    httpGet: () => Promise.reject(new Error("no network")),
    makeTempDir: (prefix) => {
      fileSystem.makeDir(`/tmp/${prefix}`);
      return `/tmp/${prefix}`;
    },
    run: (command) => {
      const files = command.args.filter((_, index) => command.args[index - 1] === "-f");
      commands.push(command, files.map((file) => fileSystem.readText(file)));
      const stdout = encodeUtf8(command.args[0] === "version" ? "v3.0.0" : DEPLOYMENT);
      return Promise.resolve({ exitCode: 0, stdout, stderr: new Uint8Array(), timedOut: false });
    },
  };
  const { resources, warnings, errors } = await build(fileSystem, ".", { capabilities, helm: { enabled: true } });
  const messages = [...warnings, ...errors].map(({ message }) => message);
  return JSON.stringify([printResources(resources), messages, commands]);
}

Deno.test("every field of a kustomization affects a build", async () => {
  const effective = new Map<Fields, Set<string>>();
  const isDone = ({ fields, name }: Omit<Occurrence, "steps">) => effective.get(fields)?.has(name) === true;
  for (const sample of SAMPLES) {
    const whole = await effect(sample);
    for (const occurrence of occurrences(kustomization, sample)) {
      if (isDone(occurrence) || await effect(without(sample, occurrence.steps)) === whole) continue;
      const { fields, name } = occurrence;
      effective.set(fields, (effective.get(fields) ?? new Set()).add(name));
    }
  }
  const missing = fieldsIn(kustomization).filter((field) => !isDone(field));
  assertEquals(missing.map(({ fields, name }) => `${name} (beside ${Object.keys(fields)[0]})`), []);
  assert(effective.size > 15);
});
