/** The bases that a kustomization names, without building it. */

import { KustError } from "../diagnostics/diagnostic.ts";
import type { PathRole } from "../kustomization/field_type.ts";
import { kustomization } from "../kustomization/fields.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../kustomization/file_names.ts";
import { pathsIn } from "../kustomization/paths.ts";
import { joinPath } from "../text/paths.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { FileError, type FileSystem } from "./file_system.ts";
import { readSource } from "./read_source.ts";

/** Whether a text with this role may name a base. */
const MAY_BE_BASE: Readonly<Record<PathRole, boolean>> = {
  resources: true,
  root: true,
  plugins: false,
  file: false,
  "uncopied file": false,
  "key=file": false,
  patches: false,
  "chart home": false,
};

/** The bases and resource files that the kustomization file of a folder names; none if it cannot be read. */
export function basesIn(fileSystem: FileSystem, folder: string): string[] {
  try {
    const file = KUSTOMIZATION_FILE_NAMES.map((name) => joinPath(folder, name)).find((path) =>
      fileSystem.stat(path)?.isFile
    );
    const root = file && parseDocument(readSource(fileSystem, file), { uniqueKeys: false });
    if (!root || root.kind !== "mapping") return [];
    return [...pathsIn(kustomization.fields, root)].flatMap(({ role, node }) =>
      MAY_BE_BASE[role] && node.kind === "scalar" ? [node.value] : []
    );
  } catch (error) {
    if (error instanceof FileError || error instanceof KustError) return [];
    throw error;
  }
}
