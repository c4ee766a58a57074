/** The files that a kustomization and its bases consist of, as `edit fix --vars` looks for vars in them. */

import type { Source } from "../../diagnostics/source.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../../kustomization/file_names.ts";
import { joinPath } from "../../text/paths.ts";
import { decodeKustomization, type Kustomization, type Patch } from "../fields.ts";
import { rootOf } from "../root.ts";

/** Reading below the folder of the edited kustomization. */
export interface ReadProject {
  /** A file; undefined where it cannot be read. */
  read(path: string): Source | undefined;
  /** The names in a folder; empty where it is none. */
  readDir(path: string): string[];
}

/** A file, or a folder, that a kustomization names. */
export interface ProjectFile {
  path: string;
  /** The entry of `patches` that names it. */
  patch?: Patch | undefined;
}

/** Resources and patches, those of a base before it. */
export function projectFiles(fields: Kustomization, project: ReadProject): ProjectFile[] {
  const files = filesOf(fields, "", project, []);
  // A file that is a patch is one wherever it is named, also as a resource; of several patches the last one counts.
  const patches = new Map(files.filter(({ patch }) => patch !== undefined).map(({ path, patch }) => [path, patch]));
  return files.map(({ path }) => ({ path, patch: patches.get(path) }));
}

/** @param folders The folders that led here, so that bases in a circle end. */
function filesOf(fields: Kustomization, folder: string, project: ReadProject, folders: string[]): ProjectFile[] {
  const files: ProjectFile[] = [];
  for (const resource of fields.resources ?? []) {
    // As in kustomize, a base of a base is looked for from the kustomization that is edited, not from the one that names it.
    if (!folders.includes(resource)) files.push(...filesBelow(resource, project, [...folders, resource]));
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
    return source === undefined ? [] : filesOf(decodeKustomization(rootOf(source)), folder, project, folders);
  });
}
