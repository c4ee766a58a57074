/** Finds a folder in a clone. */

import { fail, type Place } from "../diagnostics/diagnostic.ts";
import { joinPath } from "../text/paths.ts";
import { folderAt } from "./missing_path.ts";
import { shownUrl } from "./remote/git_safety.ts";
import { insteadOfPage } from "./remote/pasted_url.ts";
import type { ClonedRepo, RepoSpec } from "./remote/remote.ts";

/** The real path of the folder of `spec` in its clone. */
export function folderInClone({ fileSystem, dir }: ClonedRepo, spec: RepoSpec, place: Place | undefined): string {
  const path = joinPath(dir, spec.path);
  if (fileSystem.stat(path) !== undefined) {
    return folderAt({ fileSystem, absolute: path, folder: dir, path: shownUrl(spec.raw) }, place);
  }
  const instead = insteadOfPage(spec.raw);
  fail("not-found", `the repository ${shownUrl(spec.cloneUrl)} has no folder '${spec.path}'`, {
    place,
    hint: instead && `this is the address of a web page; use ${instead}`,
  });
}
