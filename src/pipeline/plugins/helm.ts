/** Helm charts as generators, for the field `helmCharts` and the plugin HelmChartInflationGenerator. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { inflateChart } from "../../functions/helm/chart.ts";
import { helmChart, helmGlobals } from "../../kustomization/generator_fields.ts";
import { LENIENT } from "../../kustomization/reader_mode.ts";
import { ObjectReader } from "../../kustomization/object_reader.ts";
import { readFields } from "../../kustomization/read_fields.ts";
import type { HelmChart, HelmGlobals } from "../../kustomization/types.ts";
import { PROGRAM_TIMEOUT_MS } from "../../load/capabilities.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import type { FieldGeneratorKind, Generate } from "../context/generate.ts";
import { HelmApiVersions } from "../context/helm_api_versions.ts";
import type { HelmOptions } from "../context/options.ts";
import type { Target } from "../context/target.ts";

const NO_GLOBALS: HelmGlobals = { chartHome: "", configHome: "" };

export const helmChartGenerator: FieldGeneratorKind = {
  configure(config, target) {
    const settings = new ObjectReader(config.node, config.kind, { ...LENIENT, compat: target.build.compat });
    return chartGenerator(target, readFields(settings, helmChart), readFields(settings, helmGlobals));
  },
  /** A chart without a namespace gets that of the nearest kustomization that has one. */
  fromFields(target) {
    const { helmCharts, helmGlobals = NO_GLOBALS, namespace } = target.kustomization;
    const inherited = target.build.compat.has("charts-get-namespace") ? namespace || target.inheritedNamespace : "";
    return helmCharts.map((chart) => {
      const given = { ...chart, namespace: chart.namespace || inherited };
      return { generate: chartGenerator(target, given, helmGlobals), node: chart.node };
    });
  },
};

/** Throws `helm-disabled`. */
function chartGenerator(target: Target, chart: HelmChart, globals: HelmGlobals): Generate {
  const { build: { compat, options }, loader } = target;
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
      compat,
      command: helm.command ?? "helm",
      noPull: helm.noPull === true,
      capabilities,
      loader,
      timeoutMs: options.programTimeoutMs ?? PROGRAM_TIMEOUT_MS,
      progress: options.progress ?? (() => {}),
    });
}

/** The kustomization overrides the command line: kustomize decodes it last, although its comment says otherwise. */
function withOptions(chart: HelmChart, { kubeVersion, debug }: HelmOptions): HelmChart {
  return { ...chart, kubeVersion: chart.kubeVersion || (kubeVersion ?? ""), debug: chart.debug || debug === true };
}
