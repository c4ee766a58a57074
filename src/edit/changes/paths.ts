/** Edits of the fields that are lists of paths. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { globMatches, parseGlob } from "../../load/glob.ts";
import type { EditedFile } from "../edited_file.ts";

/** What a member of each list is called. */
const NOUNS = {
  resources: "resource",
  components: "component",
  generators: "generator",
  transformers: "transformer",
} as const;

export type PathField = keyof typeof NOUNS;

/** Adds those paths that are not there yet; of the others it leaves a notice. */
export function addPaths(file: EditedFile, field: PathField, paths: string[]): void {
  const present = [...file.fields[field] ?? []];
  for (const path of paths) {
    if (present.includes(path)) file.notices.push(`${NOUNS[field]} ${path} already in kustomization file`);
    else present.push(path);
  }
  file.fields[field] = present;
}

/** Adds folders to `resources`, where bases live now. Unlike `addPaths` it refuses a path that is there already. */
export function addBases(file: EditedFile, paths: string[], exists: (path: string) => boolean): void {
  const present = [...file.fields.resources ?? []];
  for (const path of paths) {
    if (!exists(path)) fail("not-found", `${path} does not exist`, { file: path });
    if (present.includes(path)) {
      fail("already-exists", `base ${path} already in kustomization file`, file.placed("resources"));
    }
    present.push(path);
  }
  file.fields.resources = present;
}

/** Removes what any of the shell patterns matches; false where nothing does. */
export function removePaths(file: EditedFile, field: PathField, patterns: string[]): boolean {
  const present = file.fields[field] ?? [];
  const parsed = patterns.map(parseGlob);
  const kept = present.filter((path) => !parsed.some((pattern) => globMatches(pattern, path)));
  if (kept.length === present.length) return false;
  file.fields[field] = kept;
  return true;
}
