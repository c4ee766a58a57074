/** Gets one commit of a repository into a folder: by git, or from the cache. */

import { fail, KustError } from "../../diagnostics/diagnostic.ts";
import { FileError, type FileSystem } from "../file_system.ts";
import type { Git } from "./git_command.ts";
import { shownUrl } from "./git_safety.ts";
import type { RepoSpec } from "./remote.ts";
import { type KeptPart, type RemoteCache, repositoriesIn } from "./cache.ts";

/** The tools for a clone. */
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
  const kept = await checkedOutFromCache(spec, dir, tools);
  if (kept === "done") return;
  if (tools.offline) failNotCached(spec);
  if (kept === undefined) await git.run("prepare a folder for the clone", ["init", "--quiet"]);
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
  if (cache !== undefined) await keep(spec, dir, tools, cache);
}

/**
 * Restores the commit, or the last known one of the branch, from the cache: `done` if nothing needs to be fetched,
 * `ready` if a fetch only needs to bring new objects. A damaged entry is removed, and counts as missing.
 */
async function checkedOutFromCache(
  spec: RepoSpec,
  dir: string,
  tools: CloneTools,
): Promise<"done" | "ready" | undefined> {
  const { cache, fileSystem } = tools;
  const commit = isCommit(spec.ref) ? spec.ref : cache?.commitOf(spec.cloneUrl, spec.ref);
  if (cache === undefined || commit === undefined) return undefined;
  try {
    const parts = cache.parts(commit, spec.submodules);
    if (parts === undefined) return undefined;
    await restore(commit, parts, dir, tools);
    if (!tools.offline && !isCommit(spec.ref)) return "ready";
    await checkOut(spec, dir, commit, tools, true);
    return "done";
  } catch (error) {
    const isDamaged = error instanceof FileError ||
      error instanceof KustError && error.diagnostic.code === "git-failed";
    if (!isDamaged) throw error;
    cache.drop(commit, spec.submodules);
    for (const name of fileSystem.readDir(dir)) fileSystem.remove(`${dir}/${name}`);
    return undefined;
  }
}

/** Creates repositories from packs. git recomputes the name of each object, and checks that the commit is complete. */
async function restore(commit: string, parts: KeptPart[], dir: string, { git, fileSystem }: CloneTools): Promise<void> {
  const doing = "restore a repository from --remote-cache";
  await git.run(doing, ["init", "--quiet"]);
  for (const { place, packs, shallow } of parts) {
    const gitDir = place === "" ? `${dir}/.git` : `${dir}/.git/${place}`;
    if (place !== "") {
      await git.run(doing, ["init", "--quiet", "--bare", gitDir]);
      await git.run(doing, [`--git-dir=${gitDir}`, "config", "core.bare", "false"]);
    }
    if (shallow !== undefined) fileSystem.writeFile(`${gitDir}/shallow`, shallow);
    for (const [name, content] of packs) {
      const pack = `${gitDir}/objects/pack/${name}`;
      fileSystem.writeFile(pack, content);
      await git.run(doing, [`--git-dir=${gitDir}`, "index-pack", pack]);
    }
  }
  await git.run(doing, ["rev-list", "--objects", "--quiet", commit, "--"]);
  // A fetch only tells the server about objects that a branch leads to.
  await git.run(doing, ["update-ref", "refs/heads/kept", commit]);
}

/** The hash of the checked-out commit. */
export async function commitOf(git: Git): Promise<string> {
  return (await git.run("read the commit", ["rev-parse", "HEAD"])).trim();
}

/** Whether a ref always names the same commit. */
function isCommit(ref: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref);
}

async function keep(spec: RepoSpec, dir: string, { git, fileSystem }: CloneTools, cache: RemoteCache): Promise<void> {
  const commit = await commitOf(git);
  // Objects cloned from disk are not in packs.
  for (const place of repositoriesIn(fileSystem, `${dir}/.git`)) {
    if (place === "") continue;
    await git.run("pack a submodule", [`--git-dir=${dir}/.git/${place}`, "repack", "-a", "-d", "-q"]);
  }
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
    hint: "build once with --remote-cache DIR and without --offline, then with the same DIR",
  });
}
