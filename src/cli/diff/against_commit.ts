/** `kust diff [TARGET…] [--base REV]`: the work tree beside a commit. */

import { ChangeSet } from "../../affected/change_set.ts";
import { isOfTheMoment } from "../../affected/of_the_moment.ts";
import { Reaches } from "../../affected/reach.ts";
import { touchedBy } from "../../affected/touched.ts";
import { programsOfCommit } from "../../git/commit_programs.ts";
import { workTreeChanges } from "../../git/work_tree.ts";
import type { Host } from "../../host/host.ts";
import type { FileSystem } from "../../load/file_system.ts";
import { dirName, isAbsolute, isWithin, joinPath } from "../../text/paths.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { isPathRead } from "../../reads/read.ts";
import type { TargetChoice } from "../../targets/find_targets.ts";
import { findTargets, hasKustomization } from "./find_targets.ts";
import { absentSide, kustomizationSide } from "./make_side.ts";
import type { Comparisons, SideResult } from "./side.ts";

export async function againstCommit(
  paths: readonly string[],
  base: string,
  choice: TargetChoice,
  options: BuildOptions,
  host: Host,
): Promise<Comparisons> {
  const changes = await workTreeChanges(host.fs, folderFor(paths, host), base || undefined, host);
  const { before, revision } = changes;
  const changeSet = new ChangeSet(changes, host.fs);
  const reaches = new Reaches(host.fs);
  const { paths: targets, problems } = findTargets(paths, [before, host.fs], choice);
  const capabilities = programsOfCommit(changes, host.fs, host);
  const sides = [
    { label: revision, files: before, options: { ...options, capabilities } },
    { label: "the work tree", files: host.fs, options },
  ];
  const comparisons = targets.map((target) => {
    const isUntouched = (after?: SideResult) =>
      after === undefined ? !reaches.mayConcern(target, changeSet) : isSame(after, changeSet);
    const [one, other] = sides.map(({ label, files, options }) =>
      hasKustomization(target, files) ? kustomizationSide(label, target, options, files) : absentSide(label)
    );
    const isThere = hasKustomization(target, host.fs);
    return { target, before: one!, after: other!, ...(isThere ? { isUntouched } : {}) };
  });
  return { comparisons, problems };
}

/** Whether a build has read nothing that changed. An error that is not one of the files may be another each time. */
function isSame({ reads = [], errors }: SideResult, changes: ChangeSet): boolean {
  if (errors.some(isOfTheMoment)) return false;
  return !reads.some((read) => isPathRead(read) && touchedBy(read, changes) !== undefined);
}

/** A folder of the repository: the current one, unless that is in none. Targets may be in submodules, or gone. */
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
