/** `kust diff [TARGET…] [--base REV]`: the work tree compared with a commit. */

import { ChangeSet } from "../../../affected/change_set.ts";
import { isTransient } from "../../../affected/transient.ts";
import { Reaches } from "../../../affected/reach.ts";
import { touchedBy } from "../../../affected/touched.ts";
import { programsOfCommit } from "../../../git/commit_programs.ts";
import { type WorkTreeChanges, workTreeChanges } from "../../../git/work_tree.ts";
import type { Host } from "../../../host/host.ts";
import type { FileSystem } from "../../../load/file_system.ts";
import { dirName, isAbsolute, isWithin, joinPath } from "../../../text/paths.ts";
import type { BuildOptions } from "../../../pipeline/context/options.ts";
import { isPathRead } from "../../../reads/read.ts";
import type { TargetChoice } from "../../../targets/find_targets.ts";
import { shardOf } from "../../../targets/shard.ts";
import { findTargets, hasKustomization } from "./find_targets.ts";
import { absentSide, kustomizationSide } from "./make_side.ts";
import { movedTargets, type OneSided } from "./moved_targets.ts";
import type { Comparison, Comparisons, Side, SideResult } from "./side.ts";

const WITHOUT_COMMIT = "compare two folders with 'kust diff A B', or one with rendered manifests by --against FILE";

export async function againstCommit(
  paths: readonly string[],
  base: string,
  choice: TargetChoice,
  options: BuildOptions,
  host: Host,
): Promise<Comparisons> {
  const changes = await workTreeChanges(host.fs, folderFor(paths, host), base || undefined, host, WITHOUT_COMMIT);
  const { before, revision } = changes;
  host.compileEarly?.();
  const { paths: targets, problems } = findTargets(paths, [before, host.fs], choice);
  const capabilities = programsOfCommit(changes, host.fs, host);
  const old = sideIn(before, revision, { ...options, capabilities });
  const current = sideIn(host.fs, WORK_TREE, options);
  const sided = targets.map((target): Sided => ({ target, before: old(target), after: current(target) }));
  // Pairs moved targets before sharding, because their paths may be in different shards.
  return { comparisons: shardOf(await comparisonsOf(sided, changes, host), choice.shard), problems };
}

/** The side of a target, if it exists there. */
function sideIn(files: FileSystem, label: string, options: BuildOptions): (target: string) => Side | undefined {
  return (target) => hasKustomization(target, files) ? kustomizationSide(label, target, options, files) : undefined;
}

async function comparisonsOf(sided: readonly Sided[], changes: WorkTreeChanges, host: Host): Promise<Comparison[]> {
  const { revision, commit } = changes;
  const changeSet = new ChangeSet(changes, host.fs);
  const reaches = new Reaches(host.fs);
  const moved = await movedTargets(...oneSided(sided));
  const left = sided.filter((one) => one.after !== undefined || !moved.isGone(one.target));
  return left.map(({ target, before, after }): Comparison => {
    const from = moved.from(target);
    if (from !== undefined) {
      return { target, before: { ...from.side, label: `${revision} at ${from.target}` }, after: after!, commit };
    }
    const isUntouched = (built?: SideResult) =>
      built === undefined ? !reaches.mayConcern(target, changeSet) : isSame(built, changeSet);
    return {
      target,
      before: before ?? absentSide(revision),
      after: after ?? absentSide(WORK_TREE),
      commit,
      ...(after === undefined ? {} : { isUntouched }),
    };
  });
}

const WORK_TREE = "the work tree";

interface Sided {
  target: string;
  before: Side | undefined;
  after: Side | undefined;
}

/** Targets that only the commit has, and those that only the work tree has. */
function oneSided(sided: readonly Sided[]): [gone: OneSided[], added: OneSided[]] {
  return [
    sided.flatMap(({ target, before, after }) =>
      before !== undefined && after === undefined ? [{ target, side: before }] : []
    ),
    sided.flatMap(({ target, before, after }) =>
      after !== undefined && before === undefined ? [{ target, side: after }] : []
    ),
  ];
}

/** Whether a build has read nothing that changed. Errors that do not come from the files may differ each time. */
function isSame({ reads = [], errors }: SideResult, changes: ChangeSet): boolean {
  if (errors.some(isTransient)) return false;
  return !reads.some((read) => isPathRead(read) && touchedBy(read, changes) !== undefined);
}

/** A folder in the repository: the current one, if it is in a repository. Targets may be in submodules, or removed. */
function folderFor(paths: readonly string[], { fs }: Host): string {
  const cwd = fs.realPath(fs.cwd());
  const isInside = paths.every((path) => isWithin(isAbsolute(path) ? path : joinPath(cwd, path), cwd));
  if (isInside && isInRepository(cwd, fs)) return ".";
  return paths.find((path) => fs.stat(path)?.isDirectory === true) ?? ".";
}

function isInRepository(folder: string, fileSystem: FileSystem): boolean {
  if (fileSystem.stat(joinPath(folder, ".git")) !== undefined) return true;
  return folder !== dirName(folder) && isInRepository(dirName(folder), fileSystem);
}
