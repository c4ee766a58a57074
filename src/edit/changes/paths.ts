/** Edits of the fields that are lists of paths. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { globMatches, parseGlob } from "../../load/glob.ts";
import type { EditedFile } from "../edited_file.ts";

/** The nouns for an entry of each list. */
const NOUNS = {
  resources: "resource",
  components: "component",
  generators: "generator",
  transformers: "transformer",
  configurations: "configuration",
} as const;

export type PathField = keyof typeof NOUNS;

/** Adds new paths, with a notice for each existing one. */
export function addPaths(file: EditedFile, field: PathField, paths: string[]): void {
  const present = [...file.fields[field] ?? []];
  for (const path of paths) {
    if (present.includes(path)) file.notices.push(`${NOUNS[field]} ${path} already in kustomization file`);
    else present.push(path);
  }
  file.fields[field] = present;
}

/** Adds folders to `resources`, which has replaced `bases`. Unlike `addPaths`, rejects existing paths. */
export function addBases(file: EditedFile, paths: string[], exists: (path: string) => boolean): void {
  const present = [...file.fields.resources ?? []];
  for (const path of paths) {
    if (!exists(path)) fail("not-found", `${path} does not exist`);
    if (present.includes(path)) {
      fail("already-exists", `base ${path} already in kustomization file`, file.placed("resources"));
    }
    present.push(path);
  }
  file.fields.resources = present;
}

/** Removes the entries that match any of the shell patterns; returns false if there are none. */
export function removePaths(file: EditedFile, field: PathField, patterns: string[]): boolean {
  const present = file.fields[field] ?? [];
  const parsed = patterns.map(parseGlob);
  const kept = present.filter((path) => !parsed.some((pattern) => globMatches(pattern, path)));
  if (kept.length === present.length) return false;
  file.fields[field] = kept;
  return true;
}
