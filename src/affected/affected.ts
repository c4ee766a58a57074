/** `affected`: the targets whose output a change may alter. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../kustomization/file_names.ts";
import type { FileSystem } from "../load/file_system.ts";
import { build } from "../pipeline/build.ts";
import type { BuildOptions } from "../pipeline/context/options.ts";
import { SharedReads } from "../pipeline/context/shared_reads.ts";
import { type Asker, isPathRead, type Read } from "../reads/read.ts";
import { checkRoot } from "../targets/check_root.ts";
import { withKustErrors } from "../targets/with_kust_errors.ts";
import {
  chooseTargets,
  type FoundTarget,
  type FoundTargets,
  searchTargets,
  type TargetChoice,
} from "../targets/find_targets.ts";
import { baseName, dirName, isWithin, joinPath, relativePath } from "../text/paths.ts";
import { Chains } from "./chain.ts";
import { type Changes, ChangeSet } from "./change_set.ts";
import { isTransient } from "./transient.ts";
import { Reaches } from "./reach.ts";
import { touchedBy } from "./touched.ts";
import { pushAll } from "../text/push_all.ts";
import { compareTexts } from "../text/compare.ts";

/** A changed path, and how it is part of a target. */
export interface Cause {
  /** Absolute. */
  path: string;
  /** The texts that led to it: the one that names it first, one in the target's own kustomization last. */
  chain: readonly Asker[];
}

/** A target whose output a change may alter. */
export interface AffectedTarget {
  /** As it was found: from the current folder, or absolute. */
  path: string;
  /** `changed`: it exists before and after, as far as is known. */
  state: "changed" | "added" | "removed";
  /** The changed paths among its reads. */
  causes: readonly Cause[];
  /** Why it cannot be built, if it cannot. */
  error?: Diagnostic;
}

/** Options of `affectedTargets`. */
export interface AffectedOptions {
  /** How targets are built. */
  build?: BuildOptions;
  /** Which targets count. */
  choice?: TargetChoice;
}

/** The result of `affectedTargets`. */
export interface AffectedTargets {
  /** Sorted by path. */
  targets: AffectedTarget[];
  /** How many targets there are in all. */
  count: number;
  /** Folders that could not be searched. */
  problems: Diagnostic[];
}

/**
 * Finds the targets in and below `roots` that a change may affect: those that read, or looked for, something that
 * changed, and those that were added or removed. All other targets have the same output before and after, to the byte.
 * Builds only targets that may be affected.
 *
 * @throws {KustError} `not-found` or `not-a-folder` for a root that is not a folder, neither now nor before, and
 * `file-error` for a folder that cannot be read.
 */
export function affectedTargets(
  fileSystem: FileSystem,
  roots: readonly string[],
  changes: Changes,
  options: AffectedOptions = {},
): Promise<AffectedTargets> {
  return withKustErrors(() => search(fileSystem, roots, changes, options));
}

async function search(
  fileSystem: FileSystem,
  roots: readonly string[],
  changes: Changes,
  options: AffectedOptions,
): Promise<AffectedTargets> {
  const { before = fileSystem } = changes;
  for (const root of roots) checkRoot(root, fileSystem, before);
  const set = new ChangeSet(changes, fileSystem);
  const { targets, all, problems } = targetsBelow(roots, fileSystem, options.choice ?? {});
  const earlier = changes.before && targetsBelow(roots, changes.before, options.choice ?? {});
  const affected = new AffectedSearch(fileSystem, set, options.build ?? {});
  const found: AffectedTarget[] = [];
  for (const { path } of targets) {
    const target = await affected.look(path);
    const isNew = earlier !== undefined && !earlier.all.has(path);
    if (isNew) found.push({ causes: [], ...target, path, state: "added" });
    else if (target !== undefined) found.push(target);
  }
  const gone = earlier === undefined ? goneByName(roots, set) : earlier.targets;
  const removed = gone.filter(({ path }) => !all.has(path));
  pushAll(found, removed.map(({ path }): AffectedTarget => ({ path, state: "removed", causes: [] })));
  return { targets: found.sort((a, b) => compareTexts(a.path, b.path)), count: targets.length, problems };
}

interface TargetsBelow {
  targets: FoundTarget[];
  /** Paths of all targets, chosen or not. */
  all: ReadonlySet<string>;
  problems: Diagnostic[];
}

function targetsBelow(roots: readonly string[], fileSystem: FileSystem, choice: TargetChoice): TargetsBelow {
  const found = roots.filter((root) => fileSystem.stat(root)?.isDirectory === true).map((root): FoundTargets =>
    searchTargets(root, fileSystem, choice.noIgnore === true)
  );
  const chosen = new Map(
    found.flatMap((below) => chooseTargets(below, fileSystem, choice)).map((target) => [target.path, target]),
  );
  return {
    targets: [...chosen.values()],
    all: new Set(found.flatMap(({ targets }) => targets.map(({ path }) => path))),
    problems: found.flatMap(({ problems }) => problems),
  };
}

/** Folders whose kustomization is among the changed names, and no longer exists. */
function goneByName(roots: readonly string[], { paths, after }: ChangeSet): { path: string }[] {
  const folders = new Set(paths.filter((path) => KUSTOMIZATION_FILE_NAMES.includes(baseName(path))).map(dirName));
  const gone = [...folders].filter((folder) =>
    !KUSTOMIZATION_FILE_NAMES.some((name) => after.stat(joinPath(folder, name))?.isDirectory === false)
  );
  return roots.flatMap((root) => {
    const real = after.realPath(root);
    return gone.filter((folder) => isWithin(folder, real)).map((folder) => ({
      path: joinPath(root, relativePath(real, folder)),
    }));
  });
}

class AffectedSearch {
  readonly #fileSystem: FileSystem;
  readonly #changes: ChangeSet;
  readonly #options: BuildOptions;
  readonly #reaches: Reaches;
  readonly #cwd: string;

  constructor(fileSystem: FileSystem, changes: ChangeSet, options: BuildOptions) {
    this.#fileSystem = fileSystem;
    this.#changes = changes;
    this.#options = { shared: new SharedReads(), ...options, reads: true };
    this.#reaches = new Reaches(fileSystem);
    this.#cwd = fileSystem.realPath(fileSystem.cwd());
  }

  /** Undefined if the target is not affected. */
  async look(path: string): Promise<AffectedTarget | undefined> {
    if (!this.#reaches.mayConcern(path, this.#changes)) return undefined;
    const { reads = [], errors: [error] } = await build(this.#fileSystem, path, this.#options);
    const causes = this.#causes(reads);
    if (causes.length === 0 && !isTransient(error)) return undefined;
    return { path, state: "changed", causes, ...(error === undefined ? {} : { error }) };
  }

  #causes(reads: readonly Read[]): Cause[] {
    const chains = new Chains(reads, this.#cwd);
    const causes = new Map<string, Cause>();
    for (const read of reads) {
      const path = isPathRead(read) ? touchedBy(read, this.#changes) : undefined;
      if (path !== undefined && !causes.has(path)) causes.set(path, { path, chain: chains.of(read) });
    }
    return [...causes.values()];
  }
}
