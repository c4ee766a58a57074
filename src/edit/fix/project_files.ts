/** The files of a kustomization and its bases in which `edit fix --vars` looks for vars. */

import type { Source } from "../../diagnostics/source.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../../kustomization/file_names.ts";
import { joinPath } from "../../text/paths.ts";
import type { EditedFile } from "../edited_file.ts";
import { decodeKustomization, type FileCodec, type Kustomization, type Patch } from "../fields.ts";
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
export function projectFiles({ fields, codec }: EditedFile, project: ReadProject): ProjectFile[] {
  const files = filesNamedBy(fields, "", { project, codec }, []);
  // A file that is a patch is one everywhere, even as a resource; the last of several patches counts.
  const patches = new Map(files.filter(({ patch }) => patch !== undefined).map(({ path, patch }) => [path, patch]));
  return files.map(({ path }) => ({ path, patch: patches.get(path) }));
}

interface Search {
  project: ReadProject;
  codec: FileCodec;
}

/** @param folders The folders on the way here, to stop at cycles. */
function filesNamedBy(fields: Kustomization, folder: string, search: Search, folders: string[]): ProjectFile[] {
  const files: ProjectFile[] = [];
  for (const resource of fields.resources ?? []) {
    // As in kustomize, a base of a base is resolved from the edited kustomization, not from the one that names it.
    if (!folders.includes(resource)) pushAll(files, filesBelow(resource, search, [...folders, resource]));
    files.push({ path: joinPath(folder, resource) });
  }
  for (const patch of fields.patches ?? []) {
    if (patch.path) files.push({ path: joinPath(folder, patch.path), patch });
  }
  return files;
}

function filesBelow(folder: string, search: Search, folders: string[]): ProjectFile[] {
  const { project, codec } = search;
  return project.readDir(folder).filter((name) => KUSTOMIZATION_FILE_NAMES.includes(name)).flatMap((name) => {
    const path = joinPath(folder, name);
    const source = project.read(path);
    if (source === undefined) return [];
    return filesNamedBy(decodeKustomization(rootOf(source), codec), folder, search, folders);
  });
}
