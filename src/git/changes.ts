/** Finds the differences between a commit and the work tree, including submodules. */

import type { FileSystem } from "../load/file_system.ts";
import { decodeUtf8Lossy } from "../text/bytes/utf8.ts";
import { joinPath } from "../text/paths.ts";
import type { Git } from "./git.ts";

/** A file of the commit. */
export interface Committed {
  /** Absolute. */
  path: string;
  kind: "file" | "link";
  mode: number;
  /** The hash of its content. */
  object: string;
  /** The repository that has the object: a submodule's folder, or the root. */
  repository: string;
}

export interface Differences {
  /** Files and links of the commit that differ in the work tree or are missing there. */
  committed: Committed[];
  /** Absolute paths that only the work tree has: files, links, and whole folders. */
  onlyNow: string[];
  /** Folders of submodules whose old commit is not in the clone, or whose clone is gone. */
  unknown: { path: string; commit: string; isGone: boolean }[];
}

const LINK = 0o120000;
const SUBMODULE = 0o160000;

/** @param root The work tree's top, an absolute path. `git` runs in it. */
export async function differences(git: Git, root: string, commit: string, files: FileSystem): Promise<Differences> {
  const found: Differences = { committed: [], onlyNow: [], unknown: [] };
  await collect(git, root, commit, files, found);
  return found;
}

async function collect(
  git: Git,
  root: string,
  commit: string,
  files: FileSystem,
  found: Differences,
): Promise<void> {
  const [raw, untracked] = await Promise.all([
    git.output("compare the work tree with the commit", [...DIFF, commit, "--"]),
    git.output("list new files", ["ls-files", "--others", "--exclude-standard", "--full-name", "-z"]),
  ]);
  const entries = [...entriesOf(raw)];
  // A submodule that only the index has lost is compared like any other.
  const clones = new Set(entries.filter((entry) => isClone(entry, root, files)).map(({ path }) => `${path}/`));
  for (const path of texts(untracked)) if (!clones.has(path)) found.onlyNow.push(joinPath(root, path));
  for (const entry of entries) await addEntry(git, entry, root, files, found);
}

/** Whether a submodule of the commit is checked out. */
function isClone({ before, path }: Entry, root: string, files: FileSystem): boolean {
  return before.mode === SUBMODULE && files.stat(joinPath(root, path, ".git")) !== undefined;
}

const DIFF = ["diff", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-relative", "--ignore-submodules=none"];

interface Entry {
  before: { mode: number; object: string };
  after: { mode: number };
  /** From the work tree's top. */
  path: string;
}

/** `:100644 100644 HASH HASH M`, then the path. */
function* entriesOf(raw: Uint8Array): Iterable<Entry> {
  const parts = texts(raw);
  for (let at = 0; at < parts.length; at += 2) {
    const [mode = "", after = "", object = ""] = parts[at]!.slice(1).split(" ");
    yield {
      before: { mode: parseInt(mode, 8), object },
      after: { mode: parseInt(after, 8) },
      path: parts[at + 1]!,
    };
  }
}

async function addEntry(git: Git, entry: Entry, root: string, files: FileSystem, found: Differences): Promise<void> {
  const { before, after } = entry;
  const path = joinPath(root, entry.path);
  if (isClone(entry, root, files)) await addSubmodule(git, path, before.object, files, found);
  else if (before.mode === SUBMODULE) {
    // If it is not checked out now either, it is empty on both sides.
    if (after.mode !== SUBMODULE) found.unknown.push({ path, commit: before.object, isGone: true });
  } else if (before.mode === 0) found.onlyNow.push(path);
  else found.committed.push(committed(path, root, before));
}

function committed(path: string, repository: string, { mode, object }: Entry["before"]): Committed {
  return { path, kind: mode === LINK ? "link" : "file", mode: mode & 0o777, object, repository };
}

/** Compares a submodule in its own repository. */
async function addSubmodule(
  git: Git,
  path: string,
  commit: string,
  files: FileSystem,
  found: Differences,
): Promise<void> {
  const inside = git.in(path);
  if (await inside.tryText(["rev-parse", "--verify", "--quiet", `${commit}^{commit}`]) === undefined) {
    found.unknown.push({ path, commit, isGone: false });
  } else await collect(inside, path, commit, files, found);
}

/** Splits a list whose items end with null characters. Decodes bytes that are not UTF-8 like the names on the disk. */
function texts(list: Uint8Array): string[] {
  return decodeUtf8Lossy(list).split("\0").slice(0, -1);
}
