/** The targets of a build of several kustomizations. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { FileSystem } from "../../load/file_system.ts";
import { type Files, filesOf } from "../../load/files.ts";
import type { SharedReads } from "../../pipeline/context/shared_reads.ts";
import { checkRoot } from "../../targets/check_root.ts";
import { chooseTargets, searchTargets, type TargetChoice } from "../../targets/find_targets.ts";
import { shardOf } from "../../targets/shard.ts";
import { count } from "../../text/count.ts";
import { type BuildTarget, foundTargets, namedTargets } from "./build_targets.ts";

export interface ManyTargets {
  targets: BuildTarget[];
  /** Number of components found, which cannot be built alone. */
  components: number;
  /** Folders that could not be searched. */
  problems: Diagnostic[];
  /** Whether a folder has ceased to be a target: it is below the root of `--all`, but was not found. */
  isGone(path: string): boolean;
}

/**
 * @param paths The folders and URLs on the command line. @param all Whether to build every kustomization in and below
 * the only one of them. @param shared Reads of the builds, which get to know what the search finds out. Throws
 * `KustError` if there is nothing to build.
 */
export function manyTargets(
  paths: readonly string[],
  all: boolean,
  choice: TargetChoice,
  fileSystem: FileSystem,
  shared?: SharedReads,
): ManyTargets {
  if (!all) {
    const targets = shardOf(namedTargets(paths, fileSystem), choice.shard);
    return { targets, components: 0, problems: [], isGone: () => false };
  }
  if (paths.length > 1) {
    fail("too-many-arguments", `--all takes one folder, ${paths.length} given: ${paths.join(" ")}`, {
      hint: "leave out --all to build only these folders",
    });
  }
  const root = paths[0] ?? ".";
  checkRoot(root, fileSystem);
  return below(root, choice, fileSystem, shared && filesOf(fileSystem, shared.files));
}

function below(root: string, choice: TargetChoice, fileSystem: FileSystem, files: Files | undefined): ManyTargets {
  const found = searchTargets(root, fileSystem, choice.noIgnore === true, files);
  const { components, problems } = found;
  const wanted = chooseTargets(found, fileSystem, { ...choice, shard: undefined });
  if (wanted.length === 0 && problems.length === 0) failOnNothing(root, found.targets.length, components.length);
  const known = new Set(found.targets.map(({ real }) => real));
  const top = fileSystem.realPath(root);
  const isBelow = (path: string) => path === top || path.startsWith(top === "/" ? "/" : `${top}/`);
  return {
    targets: shardOf(foundTargets(root, wanted, fileSystem), choice.shard),
    components: components.length,
    problems,
    // Targets in folders that could not be searched may still exist.
    isGone: (path) => problems.length === 0 && isBelow(path) && !known.has(path),
  };
}

/** Otherwise a pipeline that builds nothing would go unnoticed. */
function failOnNothing(root: string, targets: number, components: number): never {
  fail("no-kustomization", `there is no kustomization to build in or below '${root}'`, {
    file: root,
    hint: targets > 0
      ? `--leaves, --include and --exclude leave none of ${count(targets, "kustomization")}`
      : components > 0
      ? `there ${components === 1 ? "is only a component" : "are only components"}, which others build on`
      : "folders that .gitignore names are left out unless --no-ignore is given, as are hidden ones",
  });
}
