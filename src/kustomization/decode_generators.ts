/** Decoding of `configMapGenerator`, `secretGenerator`, `generatorOptions` and the helm fields. */

import type { ObjectReader } from "./object_reader.ts";
import type { ConfigMapArgs, GeneratorOptions, HelmChart, HelmGlobals, SecretArgs } from "./types.ts";

export function decodeGeneratorOptions(object: ObjectReader): GeneratorOptions {
  return {
    labels: object.textMap("labels"),
    annotations: object.textMap("annotations"),
    disableNameSuffixHash: object.flag("disableNameSuffixHash"),
    immutable: object.flag("immutable"),
  };
}

/** The settings of a ConfigMapGenerator. The deprecated `env` does nothing there. */
export function decodeConfigMapArgs(object: ObjectReader): ConfigMapArgs {
  const options = object.object("options", decodeGeneratorOptions);
  return {
    name: object.text("name"),
    namespace: object.text("namespace"),
    behavior: object.text("behavior"),
    literals: object.texts("literals"),
    files: object.texts("files"),
    envs: object.texts("envs"),
    ...(options === undefined ? {} : { options }),
    node: object.node,
  };
}

export function decodeSecretArgs(object: ObjectReader): SecretArgs {
  return { ...decodeConfigMapArgs(object), type: object.text("type") };
}

/** An entry of `configMapGenerator`: its `env` goes behind its `envs`. */
export function decodeConfigMapField(object: ObjectReader): ConfigMapArgs {
  return withEnv(object, decodeConfigMapArgs(object));
}

/** An entry of `secretGenerator`. */
export function decodeSecretField(object: ObjectReader): SecretArgs {
  return withEnv(object, decodeSecretArgs(object));
}

function withEnv<Args extends ConfigMapArgs>(object: ObjectReader, args: Args): Args {
  const env = object.text("env");
  return env === "" ? args : { ...args, envs: [...args.envs, { value: env, node: object.value("env")! }] };
}

export function decodeHelmGlobals(object: ObjectReader): HelmGlobals {
  return { chartHome: object.text("chartHome"), configHome: object.text("configHome") };
}

export function decodeHelmChart(object: ObjectReader): HelmChart {
  const valuesInline = object.mapping("valuesInline");
  return {
    name: object.text("name"),
    version: object.text("version"),
    repo: object.text("repo"),
    releaseName: object.text("releaseName"),
    namespace: object.text("namespace"),
    additionalValuesFiles: values(object, "additionalValuesFiles"),
    valuesFile: object.text("valuesFile"),
    ...(valuesInline === undefined ? {} : { valuesInline }),
    valuesMerge: object.text("valuesMerge"),
    includeCRDs: object.flag("includeCRDs"),
    skipHooks: object.flag("skipHooks"),
    apiVersions: values(object, "apiVersions"),
    kubeVersion: object.text("kubeVersion"),
    nameTemplate: object.text("nameTemplate"),
    skipTests: object.flag("skipTests"),
    debug: object.flag("debug"),
    devel: object.flag("devel"),
    node: object.node,
  };
}

/** An entry of the deprecated `helmChartInflationGenerator`: a chart, and globals of which the last non-empty ones count. */
export function decodeOldHelmChart(object: ObjectReader): { chart: HelmChart; globals: HelmGlobals } {
  const valuesInline = object.mapping("valuesLocal");
  for (const ignored of ["chartRepoName", "helmBin", "releaseNamespace"]) object.text(ignored);
  object.texts("extraArgs");
  const chart: HelmChart = {
    name: object.text("chartName"),
    version: object.text("chartVersion"),
    repo: object.text("chartRepoUrl"),
    releaseName: object.text("releaseName"),
    namespace: "",
    additionalValuesFiles: [],
    valuesFile: object.text("values"),
    ...(valuesInline === undefined ? {} : { valuesInline }),
    valuesMerge: object.text("valuesMerge"),
    includeCRDs: false,
    skipHooks: false,
    apiVersions: [],
    kubeVersion: "",
    nameTemplate: "",
    skipTests: false,
    debug: false,
    devel: false,
    node: object.node,
  };
  return { chart, globals: { chartHome: object.text("chartHome"), configHome: object.text("helmHome") } };
}

function values(object: ObjectReader, field: string): string[] {
  return object.texts(field).map(({ value }) => value);
}
