/** The targets of a comparison: those of both sides. */

import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { fail } from "../../../diagnostics/diagnostic.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../../../kustomization/file_names.ts";
import { FileError, type FileSystem } from "../../../load/file_system.ts";
import { findTargets as findBelow, type TargetChoice } from "../../../targets/find_targets.ts";
import { checkRoot } from "../../../targets/check_root.ts";
import { cleanPath, joinPath } from "../../../text/paths.ts";
import { pushAll } from "../../../text/push_all.ts";

export interface FoundTargets {
  /** Sorted and unique, from all shards. */
  paths: string[];
  problems: Diagnostic[];
}

/**
 * A path with a kustomization on either side is a target itself; any other path stands for all targets in and below it.
 * Throws `not-found` for a path that neither side has.
 */
export function findTargets(
  roots: readonly string[],
  sides: readonly FileSystem[],
  choice: TargetChoice,
): FoundTargets {
  const paths = new Set<string>();
  const problems: Diagnostic[] = [];
  for (const root of roots.length === 0 ? ["."] : roots) {
    checkRoot(root, ...sides);
    if (roots.length > 0 && sides.some((side) => hasKustomization(root, side))) {
      paths.add(cleanPath(root));
      continue;
    }
    for (const side of sides.filter((side) => isFolder(root, side))) {
      const found = findBelow(root, side, { ...choice, shard: undefined });
      for (const { path } of found.targets) paths.add(path);
      pushAll(problems, found.problems);
    }
  }
  if (paths.size === 0 && problems.length === 0) failOnNothing(roots);
  return { paths: [...paths].sort(), problems };
}

/** Otherwise a pipeline that compares nothing would go unnoticed. */
function failOnNothing(roots: readonly string[]): never {
  const places = roots.length === 0 ? "the current folder" : roots.map((root) => `'${root}'`).join(" or ");
  fail("no-kustomization", `there is no kustomization to compare in or below ${places}`, {
    hint: "--include, --exclude and .gitignore leave out folders, as do hidden ones",
  });
}

export function hasKustomization(folder: string, fileSystem: FileSystem): boolean {
  return orFalse(() => KUSTOMIZATION_FILE_NAMES.some((name) => fileSystem.stat(joinPath(folder, name))?.isFile));
}

function isFolder(path: string, fileSystem: FileSystem): boolean {
  return orFalse(() => fileSystem.stat(path)?.isDirectory === true);
}

function orFalse(ask: () => boolean): boolean {
  try {
    return ask();
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}
