/** Checks the roots that a kustomization builds on: a root must not be part of a cycle, or outside its repository. */

import { fail, type Place } from "../diagnostics/diagnostic.ts";
import { cleanPath, isWithin } from "../text/paths.ts";
import type { Files } from "./files.ts";
import { shownUrl } from "./remote/git_safety.ts";
import type { ClonedRepo, RepoSpec } from "./remote/remote.ts";

/** A clone and the reference that requested it. */
export interface LoadedRepo {
  spec: RepoSpec;
  clone: ClonedRepo;
}

/** A root that is being built. */
interface OpenRoot {
  readonly root: string;
  readonly repo: LoadedRepo | undefined;
  readonly files: Files;
}

/** Fails if `root` is outside `repo`, the clone that refers to it by `path`. */
export function checkInRepo(
  repo: LoadedRepo | undefined,
  root: string,
  path: string,
  place: Place | undefined,
): void {
  if (repo === undefined || isWithin(root, repo.clone.dir)) return;
  fail(
    "outside-root",
    `security: the base '${path}' is outside the repository '${shownUrl(repo.spec.raw)}'`,
    { place },
  );
}

/** Fails if `root` is or contains a root that is being built. */
export function checkCycle(open: Iterable<OpenRoot>, root: string, path: string, place: Place | undefined): void {
  for (const other of open) {
    if (!isWithin(other.root, root)) continue;
    const name = other.files.nameOf(root);
    const built = other.root === root ? "it" : `'${other.files.nameOf(other.root)}' in it`;
    fail("cycle", `cycle: '${path}' refers to the folder '${name}' while ${built} is being built`, { place });
  }
}

/** Fails if a part of the repository is being built. */
export function checkRepoCycle(open: Iterable<OpenRoot>, spec: RepoSpec, place: Place | undefined): void {
  for (const { repo } of open) {
    if (!repo?.spec.raw.startsWith(spec.raw)) continue;
    fail(
      "cycle",
      `cycle: the repository '${shownUrl(spec.raw)}' refers back to itself through '${shownUrl(repo.spec.raw)}'`,
      { place },
    );
  }
}

/** Fails for a part such as `base - ..`, the result of two list items of which the second is indented too far. */
export function checkNotDotted(path: string, place: Place | undefined): void {
  if (!path.split("/").some((part) => part !== ".." && part.includes(".."))) return;
  fail("ambiguous-path", `the path '${path}' contains '..' within a part and refers to '${cleanPath(path)}'`, {
    place,
    hint: "indent all items of the list equally; if this path is intended, write the shorter one",
  });
}
