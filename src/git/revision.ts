/** The commit that a work tree is compared with. */

import { type Details, fail } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/did_you_mean.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Git } from "./git.ts";

/** The commit that a work tree is compared with. */
export interface BaseCommit {
  /** As the user would name it: `origin/main`. */
  revision: string;
  /** The hash of the newest commit that it and HEAD have in common. */
  commit: string;
}

/** Variables by which CI systems name the branch that a pull request is for. */
const CI_BRANCHES = ["GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "BITBUCKET_PR_DESTINATION_BRANCH"];

const FETCH_ALL = "fetch the history: 'fetch-depth: 0' for actions/checkout, 'GIT_DEPTH: 0' in GitLab, " +
  "'git fetch --unshallow' by hand";

/**
 * The merge-base of HEAD and a revision.
 *
 * @param revision A branch, tag or commit. Absent: the branch that a pull request is for, or the upstream branch.
 */
export async function baseCommit(
  git: Git,
  revision: string | undefined,
  env: (name: string) => string | undefined,
): Promise<BaseCommit> {
  const name = revision ?? await defaultRevision(git, env);
  if (name.startsWith("-")) {
    fail("unsafe-argument", `the revision '${name}' is refused: git would take it for an option`);
  }
  const commit = await git.tryText(["rev-parse", "--verify", "--quiet", `${name}^{commit}`]);
  if (commit === undefined) return await failUnknown(git, name);
  const base = await git.tryText(["merge-base", commit, "HEAD"]);
  if (base === undefined) return await failUnrelated(git, name);
  return { revision: name, commit: base.split("\n")[0]! };
}

async function defaultRevision(git: Git, env: (name: string) => string | undefined): Promise<string> {
  const branch = CI_BRANCHES.map(env).find((value) => value !== undefined && value !== "");
  if (branch !== undefined) return `origin/${branch}`;
  for (const name of ["@{upstream}", "origin/HEAD"]) {
    const found = await git.tryText(["rev-parse", "--verify", "--quiet", "--abbrev-ref", name]);
    if (found !== undefined && found !== "" && found !== name) return found;
  }
  fail("git-failed", "the current branch has no upstream branch to compare with", {
    hint: "name a branch or commit with --base, such as --base origin/main",
    notes: remoteNote(await branches(git, "refs/remotes")),
  });
}

async function failUnknown(git: Git, name: string): Promise<never> {
  const details: Details = await isShallow(git)
    ? { hint: `the clone is shallow: ${FETCH_ALL}` }
    : hintOfUnknown(name, await branches(git, "refs/heads", "refs/remotes", "refs/tags"));
  fail("git-failed", `the repository has no branch, tag or commit '${name}'`, details);
}

function hintOfUnknown(name: string, known: readonly string[]): Details {
  const sameEnd = known.find((one) => one.endsWith(`/${name}`));
  // A renamed default branch has a different name, but belongs to the same remote.
  const others = known.filter((one) => one.startsWith(name.slice(0, name.indexOf("/") + 1)) && one.includes("/"));
  const meant = sameEnd ?? nearest(name, known);
  return meant === undefined ? { notes: remoteNote(others) } : { hint: didYouMean(meant) };
}

function remoteNote(names: readonly string[]): { message: string }[] {
  const some = names.filter((name) => !name.endsWith("/HEAD")).slice(0, 8);
  return some.length === 0 ? [] : [{ message: `there is ${some.join(", ")}` }];
}

async function failUnrelated(git: Git, name: string): Promise<never> {
  fail("git-failed", `'${name}' and the current branch have no commit in common`, {
    hint: await isShallow(git)
      ? `the clone is shallow: ${FETCH_ALL}`
      : "name a branch that the current one came from, or a commit of its own history",
  });
}

async function isShallow(git: Git): Promise<boolean> {
  return await git.tryText(["rev-parse", "--is-shallow-repository"]) === "true";
}

async function branches(git: Git, ...kinds: string[]): Promise<string[]> {
  const args = ["for-each-ref", "--format=%(refname:short)", "--count=1000", ...kinds];
  const text = await git.text("list the branches", args);
  return text === "" ? [] : text.split("\n");
}
