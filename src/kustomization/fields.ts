/**
 * The fields of a kustomization, each described once, as in kustomize's API (api/types). Everything that reads or
 * writes the file uses this table: decoding for a build, `edit`, `localize`, prefetching. CONTRIBUTING.md says how to
 * add a field.
 */

import { image, label, patch, replacementEntry, replica, sortOptions, variable } from "./change_fields.ts";
import { field, list, placedText, pointer, struct, text, textMap } from "./field.ts";
import {
  configMapArgs,
  generatorOptions,
  helmChart,
  helmChartArgs,
  helmGlobals,
  secretArgs,
} from "./generator_fields.ts";

export const metadata = struct({
  name: text,
  namespace: text,
  labels: textMap,
  annotations: textMap,
});

export const openapi = { kind: "text map", known: { path: field(text, { paths: "file" }), version: text } } as const;

/** In the order in which an edit appends new fields. */
export const kustomization = struct({
  apiVersion: text,
  kind: text,
  metadata: field(pointer(metadata), { ignored: true }),
  sortOptions: pointer(sortOptions),
  resources: field(list(placedText), { paths: "resources" }),
  bases: field(list(placedText), { paths: "root", deprecated: "resources", movedTo: "resources" }),
  namePrefix: text,
  nameSuffix: text,
  namespace: text,
  crds: field(list(placedText), { paths: "file" }),
  commonLabels: field(textMap, { deprecated: "labels" }),
  labels: list(label),
  commonAnnotations: textMap,
  patchesStrategicMerge: field(list(placedText), { paths: "patches", deprecated: "patches" }),
  patchesJson6902: field(list(patch), { deprecated: "patches" }),
  patches: list(patch),
  configMapGenerator: list(configMapArgs),
  secretGenerator: list(secretArgs),
  helmCharts: list(helmChart),
  helmChartInflationGenerator: field(list(helmChartArgs), { movedTo: "helmCharts" }),
  helmGlobals: pointer(helmGlobals),
  generatorOptions: pointer(generatorOptions),
  vars: field(list(variable), { deprecated: "replacements", experimentalFix: true }),
  images: list(image),
  replacements: list(replacementEntry),
  replicas: list(replica),
  configurations: field(list(placedText), { paths: "file" }),
  generators: field(list(placedText), { paths: "plugins" }),
  transformers: field(list(placedText), { paths: "plugins" }),
  validators: field(list(placedText), { paths: "plugins" }),
  components: field(list(placedText), { paths: "root" }),
  openapi,
  buildMetadata: list(text),
  imageTags: field(list(image), { deprecated: "images", movedTo: "images" }),
});

export type FieldName = keyof typeof kustomization.fields;

/** The `apiVersion` of each kind of kustomization. */
export const API_VERSIONS = {
  Kustomization: "kustomize.config.k8s.io/v1beta1",
  Component: "kustomize.config.k8s.io/v1alpha1",
} as const;
