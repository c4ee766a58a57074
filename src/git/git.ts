/** Runs the system's git in the user's own repository. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Capabilities, ProcessResult } from "../load/capabilities.ts";
import { FileError } from "../load/file_system.ts";
import { GIT_SETTINGS, gitEnvironment } from "../load/remote/git_environment.ts";
import { decodeUtf8Lossy } from "../text/bytes/utf8.ts";

/** Makes results independent of the user's configuration, and starts none of its programs. */
const SETTINGS = [...GIT_SETTINGS, "-c", "core.fsmonitor=false", "-c", "diff.autoRefreshIndex=true"];

export class Git {
  readonly #host: Capabilities;
  readonly #folder: string;

  /** @param folder Where git runs, an absolute path. */
  constructor(host: Capabilities, folder: string) {
    this.#host = host;
    this.#folder = folder;
  }

  /** The same git in another folder. */
  in(folder: string): Git {
    return new Git(this.#host, folder);
  }

  /** The output of a command. Throws `KustError` with git's own words; `doing` completes "git could not …". */
  async output(doing: string, args: readonly string[], input?: string): Promise<Uint8Array> {
    const result = await this.result(args, input);
    if (result.tooLong) fail("too-large", `git could not ${doing}: there is more than kust can hold in memory`);
    if (result.exitCode !== 0) fail("git-failed", `git could not ${doing}`, { notes: notesOf(result) });
    return result.stdout;
  }

  /** As `output`, as text without the line break at its end. */
  async text(doing: string, args: readonly string[]): Promise<string> {
    return decodeUtf8Lossy(await this.output(doing, args)).replace(/\n$/, "");
  }

  /** The text of a command that may fail; undefined if it does. */
  async tryText(args: readonly string[]): Promise<string | undefined> {
    const { exitCode, stdout } = await this.result(args);
    return exitCode === 0 ? decodeUtf8Lossy(stdout).replace(/\n$/, "") : undefined;
  }

  async result(args: readonly string[], input?: string): Promise<ProcessResult> {
    try {
      return await this.#host.run({
        program: "git",
        args: [...SETTINGS, ...args],
        cwd: this.#folder,
        // Reading must not disturb a git that the user runs at the same time.
        env: { ...gitEnvironment(this.#host.environment()), GIT_OPTIONAL_LOCKS: "0" },
        ...(input === undefined ? {} : { input }),
      });
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      if (error.code !== "not-found") return fail("cannot-run", `cannot run git: ${error.message}`);
      return fail("cannot-run", "git is not on PATH", { hint: "install git to compare with a commit" });
    }
  }
}

/** What git said, for the notes of an error. */
export function notesOf({ stderr }: ProcessResult): { message: string }[] {
  const lines = decodeUtf8Lossy(stderr).split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== "");
  return lines.map((line) => ({ message: `git: ${line}` }));
}
