/** Runs the local helm for one chart, and reports its errors. */

import type { Compat } from "../../compat/compat.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import type { HelmChart } from "../../kustomization/types.ts";
import type { Capabilities, ProcessResult } from "../../load/capabilities.ts";
import { failStopped } from "../../load/fail_stopped.ts";
import { FileError } from "../../load/file_system.ts";
import type { Loader } from "../../load/loader.ts";
import { shownUrl } from "../../load/remote/git_safety.ts";
import { joinPath } from "../../text/paths.ts";
import { decodeUtf8Lossy } from "../../text/bytes/utf8.ts";
import type { Fault } from "./fault.ts";
import { atPlace } from "../../yaml/tree/place.ts";

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

/** The place that helm's words are about. */
type FindFault = (said: string) => Fault | undefined;

/** Of a flag that helm has, and not kust. */
const ADVICE = /\s*Use --debug flag to render out invalid YAML\s*/;

export class HelmCommand {
  readonly #chart: HelmChart;
  readonly #context: HelmContext;
  readonly #temporary: string;
  readonly #configHome: string;

  /**
   * @param temporary A temporary folder for files of helm.
   * @param configHome The folder of helm's configuration.
   */
  constructor(chart: HelmChart, context: HelmContext, temporary: string, configHome: string) {
    this.#chart = chart;
    this.#context = context;
    this.#temporary = temporary;
    this.#configHome = configHome;
  }

  /** Throws `unsupported-helm` unless helm is version 3, or 4 if the release supports it. */
  async checkVersion(): Promise<void> {
    const takes4 = this.#context.compat.has("helm-4");
    const words = takes4 ? ["version", "--short"] : ["version", "-c", "--short"];
    const output = await this.run("asking helm for its version", words);
    const version = /v?(\d+)(?:\.\d+)+/.exec(output);
    if (version?.[1] === "3" || version?.[1] === "4" && takes4) return;
    const found = version === null ? `reports no version: ${JSON.stringify(output.trim())}` : `is ${version[0]}`;
    fail(
      "unsupported-helm",
      `helm 3${takes4 ? " or 4" : ""} is needed, but '${this.#context.command}' ${found}`,
      atPlace(this.#chart.node),
    );
  }

  /** Returns standard output. `doing` describes the step, and `faultIn` places what helm says, for messages. */
  async run(doing: string, args: string[], faultIn: FindFault = () => undefined): Promise<string> {
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
      if (result.timedOut || result.tooLong) this.#failStopped(doing, result);
      return result.exitCode === 0 ? decodeUtf8Lossy(result.stdout) : this.#failHelm(args, result, faultIn);
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

  #failStopped(doing: string, result: ProcessResult): never {
    const { timeoutMs } = this.#context;
    failStopped({ program: "helm", doing, timeoutMs, ...atPlace(this.#chart.node) }, result);
  }

  #failHelm(args: string[], { stdout, stderr }: ProcessResult, faultIn: FindFault): never {
    const printed = decodeUtf8Lossy(stderr).trim();
    const fault = faultIn(printed);
    const said = this.#shown(fault?.said ?? printed);
    // With --debug, other output precedes the error.
    const point = Math.max(0, said.search(/^Error: /m));
    const notes = [{ message: `command: ${this.#context.command} ${this.#shown(args.join(" "))}` }];
    if (point > 0) notes.push({ message: `earlier output:\n${said.slice(0, point).trimEnd()}` });
    if (this.#chart.debug && stdout.length > 0) {
      notes.push({ message: `rendered output:\n${decodeUtf8Lossy(stdout).trim()}` });
    }
    const [words = "", advice] = said.slice(point).split(ADVICE);
    const login = "put the user and password in the repository URL: https://USER:PASSWORD@HOST/PATH";
    fail(
      "helm-failed",
      `helm failed on the chart '${this.#chart.name}': ${words.replace(/^Error: /, "")}`,
      {
        ...(fault === undefined ? atPlace(this.#chart.node) : { place: fault.place }),
        notes,
        hint: /\b401\b/.test(said) ? login : advice === undefined ? undefined : "--helm-debug shows what helm renders",
      },
    );
  }

  /** A text for messages, without passwords and the name of the temporary folder. */
  #shown(text: string): string {
    const { repo } = this.#chart;
    const shown = text.replaceAll(this.#temporary, "$TMP");
    return repo === "" ? shown : shown.replaceAll(repo, shownUrl(repo));
  }
}
