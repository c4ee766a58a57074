/** Finds and reads the kustomization file of a root. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../kustomization/file_names.ts";
import type { Loader } from "./loader.ts";

/** The one kustomization file of the loader's root; fails where there is none, or more than one. */
export function findKustomizationFile(loader: Loader): { name: string; source: Source } {
  const found = KUSTOMIZATION_FILE_NAMES.filter((name) => loader.holdsFile(name));
  const folder = loader.files.nameOf(loader.root);
  const [name] = found;
  if (name === undefined) return failNoFile(loader, folder);
  if (found.length > 1) {
    fail("many-kustomizations", `the folder '${folder}' has several kustomization files: ${found.join(", ")}`, {
      file: folder,
      hint: "keep one of them",
    });
  }
  return { name, source: loader.text(name, undefined) };
}

function failNoFile(loader: Loader, folder: string): never {
  const near = loader.names().find((name) => nearest(name, KUSTOMIZATION_FILE_NAMES) && !loader.isFolder(name));
  fail("no-kustomization", `the folder '${folder}' has no kustomization file`, {
    file: folder,
    ...hintFor(loader, near),
  });
}

function hintFor(loader: Loader, near: string | undefined): { hint?: string } {
  if (near !== undefined) return { hint: `rename '${near}'?` };
  if (loader.containingRepo === undefined) {
    return { hint: `name it ${KUSTOMIZATION_FILE_NAMES.join(" or ")}; 'kust create' creates one` };
  }
  return { hint: "put the folder of the kustomization after '//'" };
}
