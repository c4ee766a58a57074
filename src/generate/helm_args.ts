/** The command lines that inflate a helm chart, and the checks before them. */

import { fail } from "../diagnostics/diagnostic.ts";
import { checkNoNull } from "../diagnostics/null_character.ts";
import type { HelmChart } from "../kustomization/types.ts";
import { atPlace, partOf } from "../yaml/tree/place.ts";

/** How inline values are combined with those of the values file. */
const VALUES_MERGE = ["merge", "override", "replace"];

/** Fields of a chart that become arguments of helm's command line. */
const ARGUMENTS = ["name", "version", "repo", "releaseName", "namespace", "nameTemplate", "kubeVersion"] as const;

/** Rejects a chart without a name, an unknown `valuesMerge`, and texts that helm would parse as flags. */
export function checkHelmChart(chart: HelmChart): void {
  if (chart.name === "") {
    fail("missing-name", "chart name cannot be empty", { ...atPlace(chart.node), hint: "add the field 'name'" });
  }
  if (chart.valuesMerge !== "" && !VALUES_MERGE.includes(chart.valuesMerge)) {
    fail("invalid-value", `valuesMerge must be one of ${VALUES_MERGE.join(", ")}, found '${chart.valuesMerge}'`, {
      ...atPlace(partOf(chart.node, "valuesMerge")),
    });
  }
  for (const field of ARGUMENTS) checkArgument(field, chart[field], chart);
  for (const version of chart.apiVersions) checkArgument("apiVersions", version, chart);
  if (chart.name.includes("/") || chart.name === "." || chart.name === "..") {
    fail("invalid-value", `the chart name '${chart.name}' is a path`, {
      ...atPlace(partOf(chart.node, "name")),
      hint: "name the folder of the chart under helmGlobals.chartHome, and its repository under 'repo'",
    });
  }
}

/** `helm pull` into a folder `charts/NAME`, from a repository, an OCI registry or the repositories known to helm. */
export function helmPullArgs({ name, repo, version, devel }: HelmChart, chartHome: string): string[] {
  const from = repo.startsWith("oci://") ? [`${repo.replace(/\/$/, "")}/${name}`] : ["--repo", repo, name];
  return [
    ...["pull", "--untar", "--untardir", chartHome],
    ...from,
    ...(version === "" ? [] : ["--version", version]),
    ...(devel ? ["--devel"] : []),
  ];
}

/** `helm template`, with the same flags as in kustomize. */
export function helmTemplateArgs(chart: HelmChart, chartFolder: string, valuesFiles: string[]): string[] {
  const value = (flag: string, text: string) => text === "" ? [] : [flag, text];
  const flag = (flag: string, wanted: boolean) => wanted ? [flag] : [];
  return [
    "template",
    chart.releaseName === "" ? "--generate-name" : chart.releaseName,
    chartFolder,
    ...value("--namespace", chart.namespace),
    ...value("--name-template", chart.nameTemplate),
    ...valuesFiles.flatMap((file) => ["-f", oneOfList(file)]),
    ...chart.apiVersions.flatMap((version) => ["--api-versions", version]),
    ...value("--kube-version", chart.kubeVersion),
    ...flag("--include-crds", chart.includeCRDs),
    ...flag("--skip-tests", chart.skipTests),
    ...flag("--no-hooks", chart.skipHooks),
    ...flag("--debug", chart.debug),
    ...flag("--devel", chart.devel),
  ];
}

/** helm reads a comma-separated list there, quoted as in CSV. */
function oneOfList(text: string): string {
  return /[,"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function checkArgument(field: string, text: string, chart: HelmChart): void {
  checkNoNull(`'${field}'`, text, atPlace(partOf(chart.node, field)));
  if (!text.startsWith("-")) return;
  fail("unsafe-argument", `'${field}: ${text}' would be taken for a helm flag`, {
    ...atPlace(partOf(chart.node, field)),
    hint: "the value must not begin with '-'",
  });
}
