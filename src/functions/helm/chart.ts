/** Inflates helm charts with the local helm. */

import { nameOfChartOutput } from "../../diagnostics/chart_template.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import { checkNoNull } from "../../diagnostics/null_character.ts";
import { checkHelmChart, helmPullArgs, helmTemplateArgs } from "../../generate/helm_args.ts";
import type { HelmChart, HelmGlobals } from "../../kustomization/types.ts";
import { isAbsolute, joinPath, relativePath } from "../../text/paths.ts";
import { readResources } from "../../model/read/read_resources.ts";
import { type Resource, updateHistory } from "../../model/resource.ts";
import { Source } from "../../diagnostics/source.ts";
import { atPlace, partOf } from "../../yaml/tree/place.ts";
import { isHttpUrl } from "../../load/remote/remote.ts";
import { sha256Hex } from "../../text/bytes/sha256.ts";
import { encodeUtf8 } from "../../text/bytes/utf8.ts";
import { HelmCommand, type HelmContext } from "./command.ts";
import { checkConfiguration, checkLinks } from "./safety.ts";
import { shownUrl } from "../../load/remote/git_safety.ts";
import { mergedValues } from "./values.ts";
import { type Fault, templateFault, valuesFault, type ValuesFiles } from "./fault.ts";

/** The resources of one chart, marked as helm's. */
export async function inflateChart(
  chart: HelmChart,
  globals: HelmGlobals,
  context: HelmContext,
): Promise<Resource[]> {
  const { place } = atPlace(chart.node);
  return await context.loader.asking(place, () => new Inflation(chart, globals, context).resources());
}

class Inflation {
  readonly #chart: HelmChart;
  readonly #context: HelmContext;
  readonly #temporary: string;
  /** The folder of charts. A chart with a repository and a version has its own folder below it. */
  readonly #chartHome: string;
  readonly #helm: HelmCommand;
  readonly #valuesFiles: ValuesFiles = new Map();

  constructor(chart: HelmChart, globals: HelmGlobals, context: HelmContext) {
    checkHelmChart(chart);
    for (const name of ["chartHome", "configHome"] as const) {
      checkNoNull(`'${name}'`, globals[name], atPlace(chart.node));
    }
    this.#chart = chart;
    this.#context = context;
    this.#temporary = context.capabilities.makeTempDir("kustomize-helm-");
    const home = absolute(context.loader.root, globals.chartHome || "charts");
    const own = chart.version !== "" && chart.repo !== "" ? `${chart.name}-${chart.version}` : "";
    this.#chartHome = joinPath(home, own);
    const configHome = globals.configHome || joinPath(this.#temporary, "helm");
    checkConfiguration(configHome, chart, context.loader);
    this.#helm = new HelmCommand(chart, context, this.#temporary, configHome);
  }

  async resources(): Promise<Resource[]> {
    const more: string[] = [];
    for (const index of this.#chart.additionalValuesFiles.keys()) more.push(await this.#checkedValuesFile(index));
    await this.#helm.checkVersion();
    const folder = joinPath(this.#chartHome, this.#chart.name);
    const { fileSystem } = this.#context.loader.files;
    if (fileSystem.stat(folder)?.isDirectory !== true) await this.#pull(folder);
    this.#context.loader.observer?.chart(this.#chart, folder);
    checkLinks(folder, this.#chart, this.#context.loader);
    // helm reads the chart's own values in any case.
    this.#valuesFiles.set("values.yaml", () => this.#context.loader.text(joinPath(folder, "values.yaml"), undefined));
    const valuesFile = joinPath(this.#temporary, `${this.#chart.name}-kustomize-values.yaml`);
    fileSystem.writeFile(valuesFile, await this.#values(folder, valuesFile));
    const args = helmTemplateArgs(this.#chart, folder, [valuesFile, ...more]);
    const output = await this.#helm.run(
      `rendering the chart ${this.#chart.name}`,
      args,
      (said) => this.#faultIn(said, folder),
    );
    return this.#read(output);
  }

  #faultIn(said: string, folder: string): Fault | undefined {
    const { loader } = this.#context;
    return valuesFault(said, this.#valuesFiles) ??
      templateFault(said, (path) => loader.text(joinPath(folder, path), undefined));
  }

  /** Reads a file on disk only to let the loader check whether it is allowed. */
  async #checkedValuesFile(index: number): Promise<string> {
    const { loader } = this.#context;
    const path = this.#chart.additionalValuesFiles[index]!;
    const list = partOf(this.#chart.node, "additionalValuesFiles");
    const { place } = atPlace(list?.kind === "sequence" ? list.items[index] : list);
    if (isHttpUrl(path)) await loader.fetch(path, place);
    const bytes = loader.bytes(path, place);
    const isFetched = isHttpUrl(path);
    const name = isFetched
      ? joinPath(this.#temporary, `values-${sha256Hex(encodeUtf8(path))}.yaml`)
      : absolute(loader.root, path);
    if (isFetched) loader.files.fileSystem.writeFile(name, bytes);
    this.#valuesFiles.set(name, () => loader.text(path, place));
    return name;
  }

  async #pull(folder: string): Promise<void> {
    const { repo, name } = this.#chart;
    if (repo === "") {
      fail("chart-not-found", `no repo specified for pull, no chart found at '${folder}'`, {
        ...atPlace(this.#chart.node),
        hint: "add 'repo' to the chart, or put the chart there (helmGlobals.chartHome sets the chart folder)",
      });
    }
    if (this.#context.noPull) {
      fail(
        "remote-refused",
        `the chart '${name}' is not at '${folder}', and --offline or --no-remote forbids pulling it`,
        {
          ...atPlace(this.#chart.node),
        },
      );
    }
    await this.#helm.run(
      `pulling the chart ${name} from ${shownUrl(repo)}`,
      helmPullArgs(this.#chart, this.#chartHome),
    );
  }

  /** @param name The name that helm gets for them. */
  async #values(folder: string, name: string): Promise<string | Uint8Array> {
    const { loader } = this.#context;
    const { valuesInline, valuesFile, valuesMerge, node } = this.#chart;
    const path = valuesFile || joinPath(folder, "values.yaml");
    const { place } = atPlace(valuesFile === "" ? node : partOf(node, "valuesFile"));
    if (valuesFile === "") this.#checkOwnValues(path);
    if (isHttpUrl(path)) await loader.fetch(path, place);
    if (valuesInline === undefined || valuesInline.entries.length === 0) {
      this.#valuesFiles.set(name, () => loader.text(path, place));
      return loader.bytes(path, place);
    }
    const file = valuesMerge === "replace" ? undefined : loader.text(path, place);
    return mergedValues(valuesInline, file, valuesMerge);
  }

  /** helm itself does without them. */
  #checkOwnValues(path: string): void {
    const { loader: { files, root } } = this.#context;
    if (files.fileSystem.stat(path) !== undefined) return;
    const shown = relativePath(root, path);
    fail("not-found", `the chart '${this.#chart.name}' has no values.yaml`, {
      ...atPlace(this.#chart.node),
      hint:
        `kustomize reads the values of every chart: create an empty '${shown}', or name another file in 'valuesFile'`,
    });
  }

  #read(output: string): Resource[] {
    const name = nameOfChartOutput(this.#chart.name);
    const resources = readResources(new Source(name, output));
    if (this.#context.compat.has("charts-get-namespace")) {
      for (const resource of resources) updateHistory(resource, { fromHelm: true });
    }
    return resources;
  }
}

function absolute(root: string, path: string): string {
  return isAbsolute(path) ? path : joinPath(root, path);
}
