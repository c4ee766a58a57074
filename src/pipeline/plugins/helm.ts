/** Helm charts as generators, for the field `helmCharts` and the plugin HelmChartInflationGenerator. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { inflateChart } from "../../functions/helm_chart.ts";
import type { HelmChart, HelmGlobals } from "../../kustomization/types.ts";
import { atPlace } from "../../yaml/tree/node.ts";
import { HelmApiVersions } from "../context/helm_api_versions.ts";
import type { HelmOptions } from "../context/options.ts";
import type { Generate, Target } from "../context/target.ts";

const NO_GLOBALS: HelmGlobals = { chartHome: "", configHome: "" };

/** The generators of `helmCharts`. A chart without a namespace takes that of the nearest kustomization that has one. */
export function configureHelmCharts(target: Target): Generate[] {
  const { helmCharts, helmGlobals, namespace } = target.kustomization;
  return helmCharts.map((chart) => {
    const given = { ...chart, namespace: chart.namespace || namespace || target.inheritedNamespace };
    return configureHelmChart(target, given, helmGlobals ?? NO_GLOBALS);
  });
}

/** Fails where helm is not enabled. */
export function configureHelmChart(target: Target, chart: HelmChart, globals: HelmGlobals): Generate {
  const { build: { options, isClusterScoped }, loader } = target;
  const { helm, capabilities } = options;
  if (helm?.enabled !== true || capabilities === undefined) {
    fail("helm-disabled", `must specify --enable-helm to inflate the chart '${chart.name}'`, {
      ...atPlace(chart.node),
      hint: "build with --enable-helm; helm must be on PATH",
    });
  }
  const apiVersions = (target.build.helmApiVersions ??= new HelmApiVersions(helm.apiVersions ?? [])).share(
    chart.apiVersions,
  );
  return () =>
    inflateChart({ ...withOptions(chart, helm), apiVersions: apiVersions() }, globals, {
      command: helm.command ?? "helm",
      noPull: helm.noPull === true,
      capabilities,
      loader,
      isClusterScoped,
      progress: options.progress ?? (() => {}),
    });
}

/** The kustomization wins over the command line: kustomize decodes it on top, whatever its comment says. */
function withOptions(chart: HelmChart, { kubeVersion, debug }: HelmOptions): HelmChart {
  return { ...chart, kubeVersion: chart.kubeVersion || (kubeVersion ?? ""), debug: chart.debug || debug === true };
}
