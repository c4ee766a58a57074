/**
 * The fields of a kustomization as kustomize's API declares them (api/types), for editing: which there are, of what type, and
 * which are written when empty. Beside `kustomization/types.ts`, which is for building and forgets such differences.
 */

import { always, anyMap, flag, integer, list, type Of, pointer, text, textMap, texts } from "./codec.ts";
import type { Node } from "../yaml/tree/node.ts";
import { sameValue } from "./keep/same_value.ts";
import { struct } from "./struct_codec.ts";

const gvk = { group: text, version: text, kind: text };
const resId = { ...gvk, name: text, namespace: text };

const generatorOptions = struct({
  labels: textMap,
  annotations: textMap,
  disableNameSuffixHash: flag,
  immutable: flag,
});

const configMapArgs = struct({
  namespace: text,
  name: text,
  behavior: text,
  literals: texts,
  files: texts,
  envs: texts,
  env: text,
  options: pointer(generatorOptions),
});

const secretArgs = struct({ ...configMapArgs.fields, type: text });

const selector = struct({ ...resId, annotationSelector: text, labelSelector: text });

const patch = struct({
  path: text,
  patch: text,
  target: pointer(selector),
  options: pointer(struct({ allowNameChange: flag, allowKindChange: flag })),
});

const image = struct({ name: text, newName: text, tagSuffix: text, newTag: text, digest: text });

const replica = struct({ name: text, count: always(integer) });

const fieldOptions = struct({ delimiter: text, index: integer, encoding: text, create: flag });

const replacementTarget = struct({
  select: always(pointer(selector)),
  reject: list(pointer(selector)),
  fieldPaths: texts,
  options: pointer(fieldOptions),
});

const replacement = struct({
  source: pointer(struct({ ...resId, fieldPath: text, options: pointer(fieldOptions) })),
  targets: list(pointer(replacementTarget)),
  sourceValue: pointer(text),
  path: text,
});

const variable = struct({
  name: always(text),
  objref: struct({ apiVersion: text, ...gvk, name: always(text), namespace: text }),
  fieldref: struct({ fieldPath: text }),
});

const helmChart = struct({
  name: text,
  version: text,
  repo: text,
  releaseName: text,
  namespace: text,
  additionalValuesFiles: texts,
  valuesFile: text,
  valuesInline: anyMap,
  valuesMerge: text,
  includeCRDs: flag,
  skipHooks: flag,
  apiVersions: texts,
  kubeVersion: text,
  nameTemplate: text,
  skipTests: flag,
  debug: flag,
  devel: flag,
});

const helmChartArgs = struct({
  chartName: text,
  chartVersion: text,
  chartRepoUrl: text,
  chartHome: text,
  chartRepoName: text,
  helmBin: text,
  helmHome: text,
  values: text,
  valuesLocal: anyMap,
  valuesMerge: text,
  releaseName: text,
  releaseNamespace: text,
  extraArgs: texts,
});

const label = struct({
  pairs: textMap,
  includeSelectors: flag,
  includeTemplates: flag,
  fields: list(struct({ ...gvk, path: text, create: flag })),
});

/** The whole file. The order is the one in which kustomize appends fields that the file did not have. */
export const kustomization = struct({
  apiVersion: text,
  kind: text,
  metadata: pointer(struct({ name: text, namespace: text, labels: textMap, annotations: textMap })),
  sortOptions: pointer(struct({
    order: text,
    legacySortOptions: pointer(struct({ orderFirst: always(texts), orderLast: always(texts) })),
  })),
  resources: texts,
  bases: texts,
  namePrefix: text,
  nameSuffix: text,
  namespace: text,
  crds: texts,
  commonLabels: textMap,
  labels: list(label),
  commonAnnotations: textMap,
  patchesStrategicMerge: texts,
  patchesJson6902: list(patch),
  patches: list(patch),
  configMapGenerator: list(configMapArgs),
  secretGenerator: list(secretArgs),
  helmCharts: list(helmChart),
  helmChartInflationGenerator: list(helmChartArgs),
  helmGlobals: pointer(struct({ chartHome: text, configHome: text })),
  generatorOptions: pointer(generatorOptions),
  vars: list(variable),
  images: list(image),
  replacements: list(replacement),
  replicas: list(replica),
  configurations: texts,
  generators: texts,
  transformers: texts,
  validators: texts,
  components: texts,
  openapi: textMap,
  buildMetadata: texts,
  imageTags: list(image),
});

export type Kustomization = Of<typeof kustomization>;
export type FieldName = keyof Kustomization;
export type GeneratorOptions = Of<typeof generatorOptions>;
export type ConfigMapArgs = Of<typeof configMapArgs>;
export type SecretArgs = Of<typeof secretArgs>;
export type Selector = Of<typeof selector>;
export type Patch = Of<typeof patch>;
export type Image = Of<typeof image>;
export type Replica = Of<typeof replica>;
export type Label = Of<typeof label>;
export type Variable = Of<typeof variable>;
export type Replacement = Of<typeof replacement>;
export type ReplacementTarget = Of<typeof replacementTarget>;
export type FieldOptions = Of<typeof fieldOptions>;
export type HelmChart = Of<typeof helmChart>;
export type HelmChartArgs = Of<typeof helmChartArgs>;

/** The values of a kustomization as they stand; an empty file is one without any. Throws `KustError` where it is none. */
export function decodeKustomization(root: Node | undefined): Kustomization {
  return root === undefined ? {} : kustomization.decode(root, "", undefined);
}

export function encodePatch(value: Patch): Node {
  return patch.encode(value);
}

/** Whether two patches are the same item: a target without anything is not the same as none. */
export function samePatch(a: Patch, b: Patch): boolean {
  return sameValue(patch.encode(a), patch.encode(b));
}
