/** Gets one commit of a repository into a folder: by git, or from the cache. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { FileSystem } from "../file_system.ts";
import type { Git } from "./git_command.ts";
import { shownUrl } from "./git_safety.ts";
import type { RepoSpec } from "./remote.ts";
import type { RemoteCache } from "./cache.ts";

/** What a clone needs. */
export interface CloneTools {
  fileSystem: FileSystem;
  /** Runs in `dir`. */
  git: Git;
  cache: RemoteCache | undefined;
  offline: boolean;
}

/** Fills the empty folder `dir`. Throws `KustError`. */
export async function cloneRepo(spec: RepoSpec, dir: string, tools: CloneTools): Promise<void> {
  const { cache, git } = tools;
  const kept = cache !== undefined && restoreKept(spec, dir, cache);
  if (kept && (tools.offline || isCommit(spec.ref))) return await checkOut(spec, dir, "HEAD", tools, true);
  if (tools.offline) failNotCached(spec);
  if (!kept) await git.run("prepare a folder for the clone", ["init", "--quiet"]);
  await git.run(`fetch ${refName(spec)} of ${shownUrl(spec.cloneUrl)}`, [
    "fetch",
    "--quiet",
    "--no-tags",
    "--depth=1",
    "--",
    spec.cloneUrl,
    spec.ref === "" ? "HEAD" : spec.ref,
  ]);
  await checkOut(spec, dir, "FETCH_HEAD", tools, false);
  if (cache !== undefined) await keep(spec, dir, git, cache);
}

/** Whether a ref names one commit for good. */
function isCommit(ref: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref);
}

/** Restores the commit, or the last known one of the branch, so that a fetch only transfers what is new. */
function restoreKept(spec: RepoSpec, dir: string, cache: RemoteCache): boolean {
  const commit = isCommit(spec.ref) ? spec.ref : cache.commitOf(spec.cloneUrl, spec.ref);
  return commit !== undefined && cache.restore(commit, spec.submodules, `${dir}/.git`);
}

async function keep(spec: RepoSpec, dir: string, git: Git, cache: RemoteCache): Promise<void> {
  const commit = (await git.run("tell the commit", ["rev-parse", "HEAD"])).trim();
  // A later fetch tells the server which commits exist here only by its branches.
  await git.run("name the commit", ["update-ref", "refs/heads/kept", commit]);
  cache.keep(spec.cloneUrl, spec.ref, commit, spec.submodules, `${dir}/.git`);
}

async function checkOut(spec: RepoSpec, dir: string, commit: string, tools: CloneTools, kept: boolean): Promise<void> {
  const { git } = tools;
  await git.run(`check out ${refName(spec)} of ${shownUrl(spec.cloneUrl)}`, [
    "checkout",
    "--quiet",
    "--force",
    commit,
    "--",
  ]);
  if (!spec.submodules || !await hasSubmodules(git)) return;
  // Relative submodule URLs are resolved from a remote with this name.
  if (!hasOrigin(tools.fileSystem, dir)) {
    await git.run("name the remote", ["remote", "add", "--", "origin", spec.cloneUrl]);
  }
  const noFetch = kept ? ["--no-fetch"] : [];
  await git.run(`get the submodules of ${shownUrl(spec.cloneUrl)}`, [
    "submodule",
    "--quiet",
    "update",
    "--init",
    "--recursive",
    ...noFetch,
  ]);
}

/** Checks the index, not `.gitmodules`: git, and so kustomize, fails for a submodule that is missing there. */
async function hasSubmodules(git: Git): Promise<boolean> {
  const staged = await git.run("list the files", ["ls-files", "--stage"]);
  return /^160000 /m.test(staged);
}

function hasOrigin(fileSystem: FileSystem, dir: string): boolean {
  return fileSystem.readText(`${dir}/.git/config`).includes('[remote "origin"]');
}

function refName(spec: RepoSpec): string {
  return spec.ref === "" ? "the default branch" : spec.ref;
}

function failNotCached(spec: RepoSpec): never {
  failOffline(`${refName(spec)} of ${shownUrl(spec.cloneUrl)}`);
}

/** Reports that something needed is not in the cache while `--offline` is set. */
export function failOffline(what: string): never {
  fail("offline", `${what} is not in the --remote-cache, and --offline forbids fetching it`, {
    hint: "build once without --offline and with the same --remote-cache",
  });
}
