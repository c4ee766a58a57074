/**
 * The fields of a kustomization file, decoded. Names and shapes are kustomize's (api/types); lists are empty and texts ""
 * where the field is absent, unless absence counts. `node` is where the value was written, for messages.
 */

import type { FieldSpec } from "../model/fields/spec.ts";
import type { Selector } from "../model/selector.ts";
import type { Mapping, Node } from "../yaml/tree/node.ts";

export type { FieldSpec, Selector };

/** A text with its place: a path of `resources`, an inline generator, … */
export interface Text {
  value: string;
  node?: Node;
}

/** A map of texts in the order written. */
export type TextMap = Map<string, string>;

export interface Kustomization {
  apiVersion: string;
  kind: string;
  /** The whole file. */
  node: Mapping;
  metadata?: { name: string; namespace: string; labels: TextMap; annotations: TextMap };
  openapi: TextMap;
  namePrefix: string;
  nameSuffix: string;
  namespace: string;
  commonLabels: TextMap;
  labels: Label[];
  commonAnnotations: TextMap;
  patchesStrategicMerge: Text[];
  patchesJson6902: Patch[];
  patches: Patch[];
  /** `imageTags` are appended, as kustomize does. */
  images: Image[];
  replacements: ReplacementField[];
  replicas: Replica[];
  vars: Var[];
  sortOptions?: SortOptions;
  /** `bases` are appended, as kustomize does. */
  resources: Text[];
  components: Text[];
  crds: Text[];
  configMapGenerator: ConfigMapArgs[];
  secretGenerator: SecretArgs[];
  helmGlobals?: HelmGlobals;
  helmCharts: HelmChart[];
  generatorOptions?: GeneratorOptions;
  configurations: Text[];
  generators: Text[];
  transformers: Text[];
  validators: Text[];
  buildMetadata: string[];
}

export interface Label {
  pairs: TextMap;
  includeSelectors: boolean;
  includeTemplates: boolean;
  fields: FieldSpec[];
  node?: Node;
}

export interface Patch {
  path: string;
  patch: string;
  target?: Selector;
  options: { allowNameChange: boolean; allowKindChange: boolean };
  node?: Node;
  /** The scalar that holds the inline patch, so that errors inside it point into the kustomization file. */
  patchNode?: Node;
}

export interface Image {
  name: string;
  newName: string;
  tagSuffix: string;
  newTag: string;
  digest: string;
  node?: Node;
}

export interface Replica {
  name: string;
  count: number | bigint;
  node?: Node;
}

export interface Var {
  name: string;
  objref: { apiVersion: string; group: string; version: string; kind: string; name: string; namespace: string };
  /** Default `metadata.name`. */
  fieldPath: string;
  node?: Node;
}

/** An entry of `replacements`: a file by path, or a replacement itself. */
export interface ReplacementField {
  path: string;
  replacement?: Replacement;
  node?: Node;
}

export interface Replacement {
  source?: ReplacementSource;
  targets: ReplacementTarget[];
  sourceValue?: string;
  node?: Node;
}

export interface ReplacementSource {
  group: string;
  version: string;
  kind: string;
  name: string;
  namespace: string;
  fieldPath: string;
  options?: FieldOptions;
  node?: Node;
}

export interface ReplacementTarget {
  select?: Selector;
  reject: Selector[];
  fieldPaths: string[];
  options?: FieldOptions;
  node?: Node;
}

export interface FieldOptions {
  delimiter: string;
  index: number;
  encoding: string;
  create: boolean;
}

export interface SortOptions {
  order: string;
  legacySortOptions?: { orderFirst: string[]; orderLast: string[] };
  node?: Node;
}

export interface GeneratorOptions {
  labels: TextMap;
  annotations: TextMap;
  disableNameSuffixHash: boolean;
  immutable: boolean;
}

export interface GeneratorArgs {
  name: string;
  namespace: string;
  /** `create`, `merge`, `replace` or "". */
  behavior: string;
  literals: Text[];
  files: Text[];
  /** `env` is appended. */
  envs: Text[];
  options?: GeneratorOptions;
  node?: Node;
}

export type ConfigMapArgs = GeneratorArgs;

export interface SecretArgs extends GeneratorArgs {
  /** Default `Opaque`. */
  type: string;
}

export interface HelmGlobals {
  chartHome: string;
  configHome: string;
}

export interface HelmChart {
  name: string;
  version: string;
  repo: string;
  releaseName: string;
  namespace: string;
  additionalValuesFiles: string[];
  valuesFile: string;
  valuesInline?: Mapping;
  valuesMerge: string;
  includeCRDs: boolean;
  skipHooks: boolean;
  apiVersions: string[];
  kubeVersion: string;
  nameTemplate: string;
  skipTests: boolean;
  debug: boolean;
  devel: boolean;
  node?: Mapping;
}
