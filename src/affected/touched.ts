/** Whether a change touches what a build read. */

import type { PathRead } from "../reads/read.ts";
import type { ChangeSet } from "./change_set.ts";

/**
 * The changed path that may alter the result of a read; undefined if the result is the same as before. A build whose
 * reads all have the same results has the same output.
 */
export function touchedBy({ kind, path }: PathRead, changes: ChangeSet): string | undefined {
  const near = changes.has(path) ? path : changes.above(path);
  if (near !== undefined) return isSame(kind, path, changes) ? undefined : near;
  const below = changes.below(path);
  if (below === undefined) return undefined;
  switch (kind) {
    case "listing":
      return changes.namesDiffer(path) === false ? undefined : below;
    case "found":
      // A folder that is there now is more likely to have been there before.
      return changes.typeDiffers(path) === true ? below : undefined;
    case "missing":
      return changes.typeDiffers(path) === false ? undefined : below;
    default:
      return below;
  }
}

/**
 * Whether a read certainly has the same result, such as that of a file if only its mode or its entry in git's index
 * changed.
 */
function isSame(kind: PathRead["kind"], path: string, changes: ChangeSet): boolean {
  if (kind === "found" || kind === "missing") return changes.typeDiffers(path) === false;
  return kind === "file" && changes.contentDiffers(path) === false;
}
