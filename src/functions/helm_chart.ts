/** Inflates helm charts with the helm of this machine. */

import { fail } from "../diagnostics/diagnostic.ts";
import { checkHelmChart, helmPullArgs, helmTemplateArgs } from "../generate/helm_args.ts";
import { textOf } from "../yaml/utf8.ts";
import type { HelmChart, HelmGlobals } from "../kustomization/types.ts";
import { FileError } from "../load/file_system.ts";
import type { Loader } from "../load/loader.ts";
import { isAbsolute, joinPath } from "../load/paths.ts";
import { readResources } from "../model/read_resources.ts";
import type { IsClusterScoped, Resource } from "../model/resource.ts";
import { Source } from "../diagnostics/source.ts";
import { atPlace } from "../yaml/node.ts";
import type { Capabilities } from "../load/capabilities.ts";
import { mergedValues } from "./helm_values.ts";

export interface HelmContext {
  /** The helm program. */
  command: string;
  capabilities: Capabilities;
  loader: Loader;
  isClusterScoped: IsClusterScoped;
  progress: (message: string) => void;
}

/** The resources of one chart, marked as helm's. */
export async function inflateChart(
  chart: HelmChart,
  globals: HelmGlobals,
  context: HelmContext,
): Promise<Resource[]> {
  return await new Inflation(chart, globals, context).resources();
}

class Inflation {
  readonly #chart: HelmChart;
  readonly #context: HelmContext;
  readonly #temporary: string;
  /** Folder of charts; a chart with a repository and a version has one of its own below it. */
  readonly #chartHome: string;
  readonly #configHome: string;

  constructor(chart: HelmChart, globals: HelmGlobals, context: HelmContext) {
    checkHelmChart(chart);
    this.#chart = chart;
    this.#context = context;
    this.#temporary = context.capabilities.makeTempDir("kustomize-helm-");
    const home = absolute(context.loader.root, globals.chartHome || "charts");
    const own = chart.version !== "" && chart.repo !== "" ? `${chart.name}-${chart.version}` : "";
    this.#chartHome = joinPath(home, own);
    this.#configHome = globals.configHome || joinPath(this.#temporary, "helm");
  }

  async resources(): Promise<Resource[]> {
    const more = this.#chart.additionalValuesFiles.map((path) => this.#checkedValuesFile(path));
    await this.#checkVersion();
    const folder = joinPath(this.#chartHome, this.#chart.name);
    const { fileSystem } = this.#context.loader.files;
    if (fileSystem.stat(folder)?.isDirectory !== true) await this.#pull(folder);
    const valuesFile = joinPath(this.#temporary, `${this.#chart.name}-kustomize-values.yaml`);
    fileSystem.writeFile(valuesFile, this.#values(folder));
    this.#context.progress(`rendering the chart ${this.#chart.name}`);
    const output = await this.#helm(helmTemplateArgs(this.#chart, folder, [valuesFile, ...more]));
    return this.#read(output);
  }

  /** The file is read only for the loader to say whether it may be. */
  #checkedValuesFile(path: string): string {
    const { loader } = this.#context;
    loader.bytes(path, atPlace(this.#chart.node).place);
    return absolute(loader.root, path);
  }

  async #pull(folder: string): Promise<void> {
    const { repo, name } = this.#chart;
    if (repo === "") {
      fail("no-chart", `no repo specified for pull, no chart found at '${folder}'`, {
        ...atPlace(this.#chart.node),
        hint: "give the chart a 'repo', or put it there (helmGlobals.chartHome names the folder of charts)",
      });
    }
    this.#context.progress(`pulling the chart ${name} from ${repo}`);
    await this.#helm(helmPullArgs(this.#chart, this.#chartHome));
  }

  #values(folder: string): string | Uint8Array {
    const { loader } = this.#context;
    const { valuesInline, valuesFile, valuesMerge, node } = this.#chart;
    const path = valuesFile || joinPath(folder, "values.yaml");
    const place = atPlace(node).place;
    if (valuesInline === undefined || valuesInline.entries.length === 0) return loader.bytes(path, place);
    const file = valuesMerge === "replace" ? undefined : loader.text(path, place);
    return mergedValues(valuesInline, file, valuesMerge);
  }

  async #checkVersion(): Promise<void> {
    const output = await this.#helm(["version", "--short"]);
    const version = /v?(\d+)(?:\.\d+)+/.exec(output);
    if (version?.[1] === "3" || version?.[1] === "4") return;
    const found = version === null ? `no version in '${output.trim()}'` : version[0];
    fail("wrong-helm", `helm 3 or 4 is needed, but '${this.#context.command}' is ${found}`, atPlace(this.#chart.node));
  }

  async #helm(args: string[]): Promise<string> {
    const { command, capabilities } = this.#context;
    const env = {
      ...capabilities.environment(),
      HELM_CONFIG_HOME: this.#configHome,
      HELM_CACHE_HOME: `${this.#configHome}/.cache`,
      HELM_DATA_HOME: `${this.#configHome}/.data`,
    };
    try {
      const { exitCode, stdout, stderr } = await capabilities.run({ program: command, args, env, namedStreams: true });
      if (exitCode === 0) return textOf(stdout);
      return fail("helm-failed", `helm failed on the chart '${this.#chart.name}': ${textOf(stderr).trim()}`, {
        ...atPlace(this.#chart.node),
        notes: [{ message: `it was run as: ${command} ${this.#shown(args)}` }],
      });
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      return fail("no-helm", `cannot run '${command}': ${error.message}`, {
        ...atPlace(this.#chart.node),
        hint: "install helm 3 (https://helm.sh/docs/intro/install), or name it with --helm-command PATH",
      });
    }
  }

  /** A command line for people: the name of the temporary folder tells nothing. */
  #shown(args: string[]): string {
    return args.join(" ").replaceAll(this.#temporary, "$TMP");
  }

  #read(output: string): Resource[] {
    const name = `output of the chart ${this.#chart.name}`;
    const resources = readDespitePreamble(name, output, this.#context.isClusterScoped);
    for (const resource of resources) resource.history.fromHelm = true;
    return resources;
  }
}

/** Helm may write messages before the first document: they are dropped where nothing can be read with them. */
function readDespitePreamble(name: string, output: string, isClusterScoped: IsClusterScoped): Resource[] {
  try {
    return readResources(new Source(name, output), isClusterScoped);
  } catch (error) {
    const start = output.search(/^---/m);
    if (start <= 0) throw error;
    return readResources(new Source(name, output.slice(start)), isClusterScoped);
  }
}

function absolute(root: string, path: string): string {
  return isAbsolute(path) ? path : joinPath(root, path);
}
