/** The objects in the fields that generate resources: ConfigMaps, Secrets, helm charts. Shared with builtin plugins. */

import { anyMap, field, flag, list, placedText, pointer, struct, text, textMap } from "./field.ts";

export const generatorOptions = struct({
  labels: textMap,
  annotations: textMap,
  disableNameSuffixHash: flag,
  immutable: flag,
});

export const configMapArgs = struct({
  namespace: text,
  name: text,
  behavior: text,
  literals: list(placedText),
  files: field(list(placedText), { paths: "key=file" }),
  envs: field(list(placedText), { paths: "file" }),
  env: field(placedText, { paths: "file", movedTo: "envs" }),
  options: pointer(generatorOptions),
});

export const secretArgs = struct({ ...configMapArgs.fields, type: text });

export const helmChart = struct({
  name: text,
  version: text,
  repo: text,
  releaseName: text,
  namespace: text,
  additionalValuesFiles: field(list(text), { paths: "file" }),
  valuesFile: field(text, { paths: "file" }),
  valuesInline: anyMap,
  valuesMerge: text,
  includeCRDs: flag,
  skipHooks: flag,
  apiVersions: list(text),
  kubeVersion: text,
  nameTemplate: text,
  skipTests: flag,
  debug: flag,
  devel: field(flag, { behaviour: "chart-devel" }),
});

export const helmGlobals = struct({
  chartHome: field(text, { paths: "chart home" }),
  configHome: text,
});

/** An entry of the old `helmChartInflationGenerator`: a chart and the globals. */
export const helmChartArgs = struct({
  chartName: field(text, { becomes: "helmCharts.name" }),
  chartVersion: field(text, { becomes: "helmCharts.version" }),
  chartRepoUrl: field(text, { becomes: "helmCharts.repo" }),
  chartHome: field(text, { paths: "chart home", becomes: "helmGlobals.chartHome" }),
  chartRepoName: field(text, { ignored: true }),
  helmBin: field(text, { ignored: true }),
  helmHome: field(text, { becomes: "helmGlobals.configHome" }),
  values: field(text, { paths: "file", becomes: "helmCharts.valuesFile" }),
  valuesLocal: field(anyMap, { becomes: "helmCharts.valuesInline" }),
  valuesMerge: field(text, { becomes: "helmCharts.valuesMerge" }),
  releaseName: field(text, { becomes: "helmCharts.releaseName" }),
  releaseNamespace: field(text, { ignored: true }),
  extraArgs: field(list(text), { ignored: true }),
});
