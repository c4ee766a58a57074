/** Inflates helm charts with the local helm. */

import type { Compat } from "../compat/compat.ts";
import { fail } from "../diagnostics/diagnostic.ts";
import { checkHelmChart, helmPullArgs, helmTemplateArgs } from "../generate/helm_args.ts";
import { decodeUtf8Lossy } from "../text/utf8.ts";
import type { HelmChart, HelmGlobals } from "../kustomization/types.ts";
import { FileError } from "../load/file_system.ts";
import type { Loader } from "../load/loader.ts";
import { isAbsolute, joinPath, relativePath } from "../text/paths.ts";
import { readResources } from "../model/read/read_resources.ts";
import { type Resource, updateHistory } from "../model/resource.ts";
import { Source } from "../diagnostics/source.ts";
import { atPlace, partOf } from "../yaml/tree/node.ts";
import { type Capabilities, MAX_PROGRAM_OUTPUT, type ProcessResult } from "../load/capabilities.ts";
import { isHttpUrl } from "../load/remote/remote.ts";
import { sha256Hex } from "../text/sha256.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import { checkConfiguration, checkLinks } from "./helm_safety.ts";
import { shownUrl } from "../load/remote/git_safety.ts";
import { mergedValues } from "./helm_values.ts";

export interface HelmContext {
  compat: Compat;
  /** The helm program. */
  command: string;
  /** Whether charts must already be on disk. */
  noPull: boolean;
  /** Time limit for each run of helm. */
  timeoutMs: number;
  capabilities: Capabilities;
  loader: Loader;
  /** Called with a description when a slow step starts and with "" when it ends. */
  progress: (message: string) => void;
}

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
    checkConfiguration(this.#configHome, chart, context.loader);
  }

  async resources(): Promise<Resource[]> {
    const more: string[] = [];
    for (const path of this.#chart.additionalValuesFiles) more.push(await this.#checkedValuesFile(path));
    await this.#checkVersion();
    const folder = joinPath(this.#chartHome, this.#chart.name);
    const { fileSystem } = this.#context.loader.files;
    if (fileSystem.stat(folder)?.isDirectory !== true) await this.#pull(folder);
    this.#context.loader.observer?.chart(this.#chart, folder);
    checkLinks(folder, this.#chart, this.#context.loader);
    const valuesFile = joinPath(this.#temporary, `${this.#chart.name}-kustomize-values.yaml`);
    fileSystem.writeFile(valuesFile, await this.#values(folder));
    const args = helmTemplateArgs(this.#chart, folder, [valuesFile, ...more]);
    const output = await this.#helm(`rendering the chart ${this.#chart.name}`, args);
    return this.#read(output);
  }

  /** Reads a file on disk only to let the loader check whether it is allowed. */
  async #checkedValuesFile(path: string): Promise<string> {
    const { loader } = this.#context;
    const { place } = atPlace(this.#chart.node);
    if (isHttpUrl(path)) await loader.fetch(path, place);
    const bytes = loader.bytes(path, place);
    if (!isHttpUrl(path)) return absolute(loader.root, path);
    const fetched = joinPath(this.#temporary, `values-${sha256Hex(encodeUtf8(path))}.yaml`);
    loader.files.fileSystem.writeFile(fetched, bytes);
    return fetched;
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
    await this.#helm(`pulling the chart ${name} from ${shownUrl(repo)}`, helmPullArgs(this.#chart, this.#chartHome));
  }

  async #values(folder: string): Promise<string | Uint8Array> {
    const { loader } = this.#context;
    const { valuesInline, valuesFile, valuesMerge, node } = this.#chart;
    const path = valuesFile || joinPath(folder, "values.yaml");
    const { place } = atPlace(valuesFile === "" ? node : partOf(node, "valuesFile"));
    if (valuesFile === "") this.#checkOwnValues(path);
    if (isHttpUrl(path)) await loader.fetch(path, place);
    if (valuesInline === undefined || valuesInline.entries.length === 0) return loader.bytes(path, place);
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
        `kustomize reads the values of every chart: make an empty '${shown}', or name another file under 'valuesFile'`,
    });
  }

  async #checkVersion(): Promise<void> {
    const takes4 = this.#context.compat.has("helm-4");
    const words = takes4 ? ["version", "--short"] : ["version", "-c", "--short"];
    const output = await this.#helm("asking helm for its version", words);
    const version = /v?(\d+)(?:\.\d+)+/.exec(output);
    if (version?.[1] === "3" || version?.[1] === "4" && takes4) return;
    const found = version === null ? `reports no version: ${JSON.stringify(output.trim())}` : `is ${version[0]}`;
    fail(
      "unsupported-helm",
      `helm 3${takes4 ? " or 4" : ""} is needed, but '${this.#context.command}' ${found}`,
      atPlace(this.#chart.node),
    );
  }

  async #helm(doing: string, args: string[]): Promise<string> {
    const { command, capabilities, progress, timeoutMs } = this.#context;
    const env = {
      // Plugins are programs: only those of the user's own environment may run, none from a configuration folder.
      HELM_PLUGINS: joinPath(this.#temporary, "no-plugins"),
      ...capabilities.environment(),
      HELM_CONFIG_HOME: this.#configHome,
      HELM_CACHE_HOME: `${this.#configHome}/.cache`,
      HELM_DATA_HOME: `${this.#configHome}/.data`,
    };
    progress(doing);
    try {
      const result = await capabilities.run({ program: command, args, env, namedStreams: true, timeoutMs });
      if (result.timedOut || result.tooLong) this.#failBound(doing, result);
      return result.exitCode === 0 ? decodeUtf8Lossy(result.stdout) : this.#failHelm(args, result);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      return fail("cannot-run", `cannot run '${command}': ${error.message}`, {
        ...atPlace(this.#chart.node),
        hint: "install helm 3 (https://helm.sh/docs/intro/install), or set its path with --helm-command",
      });
    } finally {
      progress("");
    }
  }

  #failBound(doing: string, { timedOut }: ProcessResult): never {
    if (timedOut) {
      fail("timed-out", `helm was stopped: ${doing} took more than ${this.#context.timeoutMs / 1000} s`, {
        ...atPlace(this.#chart.node),
        hint: "allow more time with --program-timeout, such as 30m",
      });
    }
    const wrote = `helm was stopped: ${doing} wrote more than ${MAX_PROGRAM_OUTPUT} bytes`;
    fail("too-large", wrote, atPlace(this.#chart.node));
  }

  #failHelm(args: string[], { stdout, stderr }: ProcessResult): never {
    const said = this.#shown(decodeUtf8Lossy(stderr).trim());
    // With --debug, other output precedes the error.
    const point = Math.max(0, said.search(/^Error: /m));
    const notes = [{ message: `command: ${this.#context.command} ${this.#shown(args.join(" "))}` }];
    if (point > 0) notes.push({ message: `earlier output:\n${said.slice(0, point).trimEnd()}` });
    if (this.#chart.debug && stdout.length > 0) {
      notes.push({ message: `rendered output:\n${decodeUtf8Lossy(stdout).trim()}` });
    }
    const login = "put the user and password in the repository URL: https://USER:PASSWORD@HOST/PATH";
    fail(
      "helm-failed",
      `helm failed on the chart '${this.#chart.name}': ${said.slice(point).replace(/^Error: /, "")}`,
      {
        ...atPlace(this.#chart.node),
        notes,
        hint: /\b401\b/.test(said) ? login : undefined,
      },
    );
  }

  /** A text for messages, without passwords and the name of the temporary folder. */
  #shown(text: string): string {
    const { repo } = this.#chart;
    const shown = text.replaceAll(this.#temporary, "$TMP");
    return repo === "" ? shown : shown.replaceAll(repo, shownUrl(repo));
  }

  #read(output: string): Resource[] {
    const name = `output of the chart ${this.#chart.name}`;
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
