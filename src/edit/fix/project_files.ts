/** The files of a kustomization and its bases in which `edit fix --vars` looks for vars. */

import type { Source } from "../../diagnostics/source.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../../kustomization/file_names.ts";
import { joinPath } from "../../text/paths.ts";
import { decodeKustomization, type Kustomization, type Patch } from "../fields.ts";
import { rootOf } from "../root.ts";
import { pushAll } from "../../text/push_all.ts";

/** Read access below the folder of the edited kustomization. */
export interface ReadProject {
  /** A file; undefined if it cannot be read. */
  read(path: string): Source | undefined;
  /** The names in a folder; empty if it is not a folder. */
  readDir(path: string): string[];
}

/** A file or folder named in a kustomization. */
export interface ProjectFile {
  path: string;
  /** The entry of `patches` that names it. */
  patch?: Patch | undefined;
}

/** Resources and patches, with those of a base first. */
export function projectFiles(fields: Kustomization, project: ReadProject): ProjectFile[] {
  const files = filesNamedBy(fields, "", project, []);
  // A file that is a patch is one everywhere, even as a resource; the last of several patches counts.
  const patches = new Map(files.filter(({ patch }) => patch !== undefined).map(({ path, patch }) => [path, patch]));
  return files.map(({ path }) => ({ path, patch: patches.get(path) }));
}

/** @param folders The folders on the way here, to stop at cycles. */
function filesNamedBy(fields: Kustomization, folder: string, project: ReadProject, folders: string[]): ProjectFile[] {
  const files: ProjectFile[] = [];
  for (const resource of fields.resources ?? []) {
    // As in kustomize, a base of a base is resolved from the edited kustomization, not from the one that names it.
    if (!folders.includes(resource)) pushAll(files, filesBelow(resource, project, [...folders, resource]));
    files.push({ path: joinPath(folder, resource) });
  }
  for (const patch of fields.patches ?? []) {
    if (patch.path) files.push({ path: joinPath(folder, patch.path), patch });
  }
  return files;
}

function filesBelow(folder: string, project: ReadProject, folders: string[]): ProjectFile[] {
  return project.readDir(folder).filter((name) => KUSTOMIZATION_FILE_NAMES.includes(name)).flatMap((name) => {
    const path = joinPath(folder, name);
    const source = project.read(path);
    return source === undefined ? [] : filesNamedBy(decodeKustomization(rootOf(source)), folder, project, folders);
  });
}
