/** The changes of the work tree since the commit that it is based on. */

import type { Capabilities } from "../load/capabilities.ts";
import { fail } from "../diagnostics/diagnostic.ts";
import { decodeUtf8Lossy } from "../text/bytes/utf8.ts";
import type { FileSystem } from "../load/file_system.ts";
import { differences } from "./changes.ts";
import { CommitFileSystem } from "./commit_file_system.ts";
import { contentsOf } from "./contents.ts";
import { Git, notesOf } from "./git.ts";
import { type BaseCommit, baseCommit } from "./revision.ts";

/** A commit, and how the work tree differs from it. */
export interface WorkTreeChanges extends BaseCommit {
  /** The work tree's top: its real path. */
  root: string;
  /** The files as the commit has them. Read-only. */
  before: FileSystem;
  /** Absolute paths of the files, links and new folders that differ, sorted. */
  changed: string[];
}

/**
 * Compares the work tree that holds `folder`, with uncommitted and new files, with the newest commit that HEAD and
 * `revision` have in common. Reads git's objects, and changes nothing. Throws `KustError`.
 *
 * @param revision Absent: the branch that CI names as the pull request's base, or the upstream branch.
 * @param withoutCommit The hint if there is no repository, or no commit in it.
 */
export async function workTreeChanges(
  fileSystem: FileSystem,
  folder: string,
  revision: string | undefined,
  capabilities: Capabilities,
  withoutCommit?: string,
): Promise<WorkTreeChanges> {
  const inside = new Git(capabilities, fileSystem.realPath(folder));
  const top = await rootOf(inside, folder, withoutCommit);
  const root = fileSystem.realPath(fileSystem.pathOf?.(top) ?? top);
  const git = inside.in(root);
  await checkCommit(git, withoutCommit);
  const base = await baseCommit(git, revision, (name) => capabilities.env(name));
  const found = await differences(git, root, base.commit, fileSystem);
  const contents = await contentsOf(git, found.committed);
  const paths = [...found.committed, ...found.unknown].map(({ path }) => path);
  return {
    ...base,
    root,
    before: new CommitFileSystem(fileSystem, root, found, contents),
    changed: [...new Set([...paths, ...found.onlyNow.map((path) => path.replace(/\/$/, ""))])].sort(),
  };
}

async function rootOf(git: Git, folder: string, hint: string | undefined): Promise<string> {
  const result = await git.result(["rev-parse", "--show-toplevel"]);
  if (result.exitCode === 0) return new TextDecoder().decode(result.stdout).replace(/\n$/, "");
  fail("git-failed", `'${folder}' is not in a git repository with a work tree`, {
    notes: notesOf(result),
    // Of a repository that others own, git itself says what to do.
    hint: /safe\.directory/.test(decodeUtf8Lossy(result.stderr)) ? undefined : hint,
  });
}

async function checkCommit(git: Git, hint: string | undefined): Promise<void> {
  if (await git.tryText(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]) !== undefined) return;
  fail("git-failed", "the repository has no commit yet, so that there is nothing to compare with", { hint });
}
