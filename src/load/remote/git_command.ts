/** Runs the system's git, and reports why it failed. */

import { decodeUtf8Lossy } from "../../text/bytes/utf8.ts";
import { type Diagnostic, fail, KustError } from "../../diagnostics/diagnostic.ts";
import type { Capabilities, ProcessResult } from "../capabilities.ts";
import { FileError } from "../file_system.ts";
import { GIT_SETTINGS, gitEnvironment } from "./git_environment.ts";
import { shownUrl } from "./git_safety.ts";
import type { RepoSpec } from "./remote.ts";

/** git in one folder, for one repository. */
export class Git {
  readonly #host: Capabilities;
  readonly #spec: RepoSpec;
  readonly #dir: string;
  readonly #signal: AbortSignal;

  constructor(host: Capabilities, spec: RepoSpec, dir: string, signal: AbortSignal) {
    this.#host = host;
    this.#spec = spec;
    this.#dir = dir;
    this.#signal = signal;
  }

  /**
   * Runs one git command and returns its output. Throws `KustError` with git's message; `doing` completes "git could
   * not …".
   */
  async run(doing: string, args: string[]): Promise<string> {
    const result = await this.#start(args);
    this.#signal.throwIfAborted();
    if (result.timedOut) throw new KustError(tooSlow(this.#spec, doing));
    if (result.exitCode !== 0) throw new KustError(refused(this.#spec, doing, decodeUtf8Lossy(result.stderr)));
    return decodeUtf8Lossy(result.stdout);
  }

  async #start(args: string[]): Promise<ProcessResult> {
    try {
      return await this.#host.run({
        program: "git",
        args: [...GIT_SETTINGS, ...args],
        cwd: this.#dir,
        env: gitEnvironment(this.#host.environment()),
        timeoutMs: this.#spec.timeoutMs,
        signal: this.#signal,
      });
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      if (error.code !== "not-found") fail("cannot-run", `cannot run git: ${error.message}`);
      fail("cannot-run", `${shownUrl(this.#spec.raw)} is a git repository, and git is not on PATH`, {
        hint: "install git, or copy the repository's files and use their folder",
      });
    }
  }
}

function tooSlow(spec: RepoSpec, doing: string): Diagnostic {
  return {
    code: "git-failed",
    message: `git could not ${doing} within ${spec.timeoutMs / 1000} s`,
    hint: "allow more time with timeout=… in the URL's query, such as ?timeout=2m",
  };
}

function refused(spec: RepoSpec, doing: string, said: string): Diagnostic {
  const lines = said.split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== "");
  const notes = lines.map((line) => ({ message: `git: ${line.replaceAll(spec.cloneUrl, shownUrl(spec.cloneUrl))}` }));
  return { code: "git-failed", message: `git could not ${doing}`, notes, hint: hintFor(spec, said) };
}

function hintFor(spec: RepoSpec, said: string): string | undefined {
  const moved = withPathFirst(spec);
  if (moved !== undefined) return `the path in the repository comes before the '?': write '${moved}'`;
  if (
    /terminal prompts disabled|could not read (Username|Password)|Authentication failed|Permission denied/.test(said)
  ) {
    return "git needs credentials and cannot prompt for them: set up a credential helper, a token or an ssh key for this host";
  }
  if (/couldn't find remote ref|no such remote ref|not our ref/.test(said)) {
    return /^[0-9a-f]{4,39}$/.test(spec.ref)
      ? "servers only accept full commit hashes: use the full hash, a branch or a tag"
      : `check that the repository has a branch, tag or commit ${JSON.stringify(spec.ref)}`;
  }
  if (/transport 'file' not allowed/.test(said)) {
    return "git allows submodules from the disk only after `git config --global protocol.file.allow always`";
  }
  return undefined;
}

/** The address with the path before the query, for one that has it in its ref, which cannot have two slashes. */
function withPathFirst({ raw, ref }: RepoSpec): string | undefined {
  const slashes = ref.indexOf("//");
  const query = raw.indexOf("?");
  if (slashes < 0 || query < 0) return undefined;
  const path = ref.slice(slashes);
  return shownUrl(`${raw.slice(0, query)}${path}${raw.slice(query).replace(path, "")}`);
}
