/** `generators`, `transformers` and `validators`: every built-in kind, inline, in a file, in a folder. */

import { image } from "./change_fields.ts";
import { FIELD_PATHS, fieldSpec } from "./field_specs.ts";
import { generatorArgs } from "./generator_fields.ts";
import { mergePatch, operations, patch } from "./patch_fields.ts";
import { replacement } from "./replacement_fields.ts";
import { nameOf, type Scope } from "../scope.ts";
import { exactSelector, selector } from "../selectors.ts";
import { type Fields, type Value, withSome } from "../value.ts";
import { annotations, labels, NAMES, NAMESPACES } from "../words.ts";
import { JSON_STYLE, writeDocuments } from "../write_yaml.ts";

type Maker = (scope: Scope) => Fields;

export function generatorPlugins(scope: Scope): Value {
  return plugins(scope, GENERATORS);
}

export function transformerPlugins(scope: Scope): Value {
  return plugins(scope, TRANSFORMERS);
}

/**
 * Validators must not change anything, and most of these do not. None writes an existing value again: kustomize detects
 * that by the value's position in the last parsed text, which differs after each JSON patch.
 */
export function validatorPlugins(scope: Scope): Value {
  const harmless: Record<string, Maker> = {
    AnnotationsTransformer: () => ({ annotations: {}, fieldSpecs: [] }),
    ImageTagTransformer: () => ({ imageTag: { name: "none", newTag: "1" } }),
  };
  return plugins(scope, scope.random.risk(0.3) ? TRANSFORMERS : harmless);
}

function plugins(scope: Scope, makers: Readonly<Record<string, Maker>>): Value {
  const { random } = scope;
  const made = random.times(1, 2, () => {
    const kind = random.pick(Object.keys(makers));
    const { metadata, ...settings } = makers[kind]!(scope);
    return {
      apiVersion: "builtin",
      kind,
      metadata: { name: random.risk(0.1) ? "p1" : `p${scope.nextNumber()}`, ...metadata as Fields },
      ...settings,
    };
  });
  if (random.chance(0.3)) return made.map((plugin) => scope.addDocuments("plugin.yaml", [plugin]));
  if (random.chance(0.1)) {
    const dir = `plugins${scope.nextNumber()}`;
    const file = scope.addFile(`${dir}/all.yaml`, { documents: made, style: scope.style() });
    scope.addFile(`${dir}/kustomization.yaml`, {
      documents: [{ resources: [file.slice(dir.length + 1)] }],
      style: scope.style(),
    });
    return [dir];
  }
  return made.map((plugin) => writeDocuments([plugin], random.chance(0.2) ? JSON_STYLE : scope.style()));
}

const GENERATORS: Readonly<Record<string, Maker>> = {
  ConfigMapGenerator: (scope) => generatorPlugin(scope, "ConfigMap"),
  SecretGenerator: (scope) => generatorPlugin(scope, "Secret"),
  IAMPolicyGenerator: ({ random }) => ({
    cloud: "gke",
    kubernetesService: withSome(random, { name: random.pick(NAMES) }, { namespace: [0.5, () => "ns1"] }),
    serviceAccount: { name: "account", projectId: "project" },
  }),
};

function generatorPlugin(scope: Scope, kind: string): Fields {
  const { name, namespace, ...args } = generatorArgs(scope, kind);
  return { metadata: { name: name!, ...(namespace === undefined ? {} : { namespace }) }, ...args };
}

const TRANSFORMERS: Readonly<Record<string, Maker>> = {
  AnnotationsTransformer: ({ random }) => ({
    annotations: annotations(random),
    fieldSpecs: random.some(FIELD_PATHS.commonAnnotations, 1, 2).map((path) => fieldSpec(random, path)),
  }),
  HashTransformer: () => ({}),
  ImageTagTransformer: ({ random }) => ({
    imageTag: image(random),
    fieldSpecs: random.some(FIELD_PATHS.images, 0, 2).map((path) => fieldSpec(random, path)),
  }),
  LabelTransformer: ({ random }) => ({
    labels: labels(random),
    fieldSpecs: random.some(FIELD_PATHS.labels, 1, 2).map((path) => fieldSpec(random, path)),
  }),
  NamespaceTransformer: ({ random }) =>
    withSome(random, { metadata: { name: "ns", namespace: random.pick([...NAMESPACES, "ns9"]) } }, {
      unsetOnly: [0.4, () => random.chance(0.7)],
      setRoleBindingSubjects: [0.6, () => random.pick(["none", "allServiceAccounts", "defaultOnly"])],
      fieldSpecs: [0.8, () => random.some(FIELD_PATHS.namespace, 0, 2).map((path) => fieldSpec(random, path))],
    }),
  PatchJson6902Transformer: (scope) => {
    const resource = scope.resource();
    const json = writeDocuments([operations(scope.random, resource)], scope.style());
    const place: Fields = scope.random.chance(0.7) ? { jsonOp: json } : { path: scope.addFile("op.yaml", json) };
    return { target: exactSelector(scope, resource), ...place };
  },
  PatchStrategicMergeTransformer: (scope) => {
    const text = writeDocuments([mergePatch(scope.random, scope.resource())], scope.style());
    return scope.random.chance(0.7) ? { patches: text } : { paths: [scope.addFile("merge.yaml", text)] };
  },
  PatchTransformer: patch,
  PrefixTransformer: ({ random }) => ({
    prefix: "tp-",
    fieldSpecs: [fieldSpec(random, random.pick(FIELD_PATHS.namePrefix))],
  }),
  SuffixTransformer: ({ random }) => ({
    suffix: "-ts",
    fieldSpecs: [fieldSpec(random, random.pick(FIELD_PATHS.namePrefix))],
  }),
  ReplacementTransformer: (scope) => ({ replacements: [replacement(scope)] }),
  ReplicaCountTransformer: (scope) => ({
    replica: { name: nameOf(scope.resource("Deployment", "StatefulSet", "Widget")), count: scope.random.int(0, 9) },
    fieldSpecs: [{
      path: "spec/replicas",
      create: scope.random.chance(0.7),
      ...(scope.random.chance(0.5) ? { kind: "Deployment" } : {}),
    }],
  }),
  ValueAddTransformer: (scope) => {
    const targets = scope.random.times(1, 2, () => addTarget(scope));
    if (scope.random.chance(0.2)) {
      return { value: "added", targetFilePath: scope.addDocuments("targets.yaml", [{ targets }]) };
    }
    return withSome(scope.random, { targets }, { value: [0.9, () => scope.random.pick(["added", "12", " x "])] });
  },
};

const ADD_PATHS = [
  "spec/text",
  "metadata/namespace",
  "spec/new/x",
  "spec/items/[name=a]/value",
  "data/k",
  "spec/list/0",
  "metadata/annotations/a",
];

function addTarget(scope: Scope): Fields {
  const { random } = scope;
  return withSome(random, { fieldPath: random.pick(ADD_PATHS) }, {
    selector: [0.9, () => selector(scope, scope.resource("Widget", "ConfigMap"))],
    filePathPosition: [0.3, () => random.int(0, 3)],
  });
}
