/** The program that kust is compared with: kustomize, in any release. */

import { COMPAT_VARIABLE } from "../../compat/compat.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { PROGRAM_TIMEOUT_MS } from "../../load/capabilities.ts";
import { failStopped } from "../../load/fail_stopped.ts";
import { FileError, type FileSystem } from "../../load/file_system.ts";

/** The result of a target's build by the program, to standard output. */
export interface TheirBuild {
  succeeded: boolean;
  stdout: string;
  /** Its standard error. */
  stderr: string;
  milliseconds: number;
}

export class OtherProgram {
  readonly #program: string;
  readonly #flags: readonly string[];
  readonly #timeoutMs: number;
  readonly #host: Host;

  /**
   * @param flags The flags of each build.
   * @param timeoutMs The time limit for each run.
   */
  constructor(program: string, flags: readonly string[], timeoutMs: number | undefined, host: Host) {
    this.#program = program;
    this.#flags = flags;
    this.#timeoutMs = timeoutMs ?? PROGRAM_TIMEOUT_MS;
    this.#host = host;
  }

  /** The release that the program reports. */
  async release(): Promise<string> {
    const { exitCode, stdout } = await this.#run(["version"]);
    const release = /v\d+\.\d+\.\d+/.exec(stdout)?.[0];
    if (exitCode === 0 && release !== undefined) return release;
    fail("unknown-release", `'${this.#program} version' reports no release`, {
      hint: "set it with --compat; builds of v5.6.0 by 'go install' do not know their release",
    });
  }

  async build(path: string): Promise<TheirBuild> {
    const start = this.#host.now();
    const { exitCode, stdout, stderr } = await this.#run(["build", path, ...this.#flags]);
    const milliseconds = this.#host.now() - start;
    return { succeeded: exitCode === 0, stdout, stderr, milliseconds };
  }

  /** The files of `build -o FOLDER`, by name; none if it fails. */
  async files(path: string): Promise<ReadonlyMap<string, string>> {
    const { fs, makeTempDir } = this.#host;
    const folder = makeTempDir.call(this.#host, "kust-verify-");
    const { exitCode } = await this.#run(["build", path, "-o", folder, ...this.#flags]);
    const files = exitCode === 0 ? filesIn(fs, folder) : new Map();
    fs.remove(folder);
    return files;
  }

  async #run(args: string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
    const { [COMPAT_VARIABLE]: _, ...env } = this.#host.environment();
    try {
      const result = await this.#host.run({ program: this.#program, args, env, timeoutMs: this.#timeoutMs });
      // What a program has written until it was stopped says nothing of the target.
      if (result.timedOut || result.tooLong) {
        failStopped({ program: `'${[this.#program, ...args].join(" ")}'`, timeoutMs: this.#timeoutMs }, result);
      }
      const text = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
      return { exitCode: result.exitCode, stdout: text(result.stdout), stderr: text(result.stderr) };
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      fail("cannot-run", `cannot run '${this.#program}': ${error.message}`, {
        hint: "name the program with --with PATH",
      });
    }
  }
}

function filesIn(fs: FileSystem, folder: string): Map<string, string> {
  return new Map(fs.readDir(folder).map((name) => [name, fs.readText(`${folder}/${name}`)]));
}
