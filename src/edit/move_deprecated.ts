/** The changes that kustomize makes to a kustomization whenever it reads one (FixKustomization). */

import type { HelmChart, HelmChartArgs, Kustomization } from "./fields.ts";

/** Fills in `kind` and `apiVersion`, and moves deprecated fields whose successors mean the same. */
export function moveDeprecated(fields: Kustomization): void {
  fields.kind ||= "Kustomization";
  fields.apiVersion ||= fields.kind === "Component"
    ? "kustomize.config.k8s.io/v1alpha1"
    : "kustomize.config.k8s.io/v1beta1";
  fields.resources = appended(fields.resources, fields.bases);
  fields.bases = undefined;
  fields.images = appended(fields.images, fields.imageTags);
  fields.imageTags = undefined;
  for (const generator of [...fields.configMapGenerator ?? [], ...fields.secretGenerator ?? []]) {
    if (!generator.env) continue;
    generator.envs = [...generator.envs ?? [], generator.env];
    generator.env = undefined;
  }
  moveHelmChartInflation(fields);
}

function appended<T>(list: T[] | undefined, more: T[] | undefined): T[] | undefined {
  return more === undefined ? list : [...list ?? [], ...more];
}

function moveHelmChartInflation(fields: Kustomization): void {
  const old = fields.helmChartInflationGenerator ?? [];
  // Of several, the last one that says something counts.
  const chartHome = old.findLast((args) => args.chartHome)?.chartHome;
  const configHome = old.findLast((args) => args.helmHome)?.helmHome;
  if (fields.helmGlobals === undefined && (chartHome || configHome)) fields.helmGlobals = { chartHome, configHome };
  fields.helmCharts = appended(fields.helmCharts, old.map(helmChartOf));
  fields.helmChartInflationGenerator = undefined;
}

/** kustomize drops what a `helmCharts` entry has no field for: the release's namespace, the repository's name, extra arguments. */
function helmChartOf(old: HelmChartArgs): HelmChart {
  return {
    name: old.chartName,
    version: old.chartVersion,
    repo: old.chartRepoUrl,
    valuesFile: old.values,
    valuesInline: old.valuesLocal,
    valuesMerge: old.valuesMerge,
    releaseName: old.releaseName,
  };
}
