/** The steps around every edit: find the file, read it, report what was skipped, write it. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did_you_mean.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { readSource } from "../../load/read_source.ts";
import type { Compat } from "../../compat/compat.ts";
import { EditedFile } from "../../edit/edited_file.ts";
import { keepFormat } from "../../edit/keep_format.ts";
import { rewrite } from "../../edit/rewrite.ts";
import type { Host } from "../../host/host.ts";
import { FileError, type FileSystem, reasonOf } from "../../load/file_system.ts";
import { FolderView } from "../../load/file_systems/folder_view.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../../kustomization/file_names.ts";
import { baseName, cleanPath, dirName, joinPath } from "../../text/paths.ts";
import type { Flags, FlagValues } from "../flags/flags.ts";
import { shown } from "../output/render_diagnostic.ts";

/** Flags of the commands that use `--path` for something else. */
export const EDIT_FLAGS_WITHOUT_PATH = {
  kustomization: {
    type: "string",
    short: "k",
    valueName: "FILE|DIR",
    complete: "kustomization",
    help: "edit this file, or the one in this folder, as if run there (default: the current folder)",
  },
  "keep-format": {
    type: "bool",
    help: "change only the lines that must change, keeping comments, empty lines, order and quotes elsewhere",
  },
} as const satisfies Flags;

/** Flags of all other `edit` commands. */
export const EDIT_FLAGS = {
  ...EDIT_FLAGS_WITHOUT_PATH,
  path: { type: "string", valueName: "FILE|DIR", complete: "kustomization", help: "the same as --kustomization" },
} as const satisfies Flags;

export type EditFlagValues = FlagValues<typeof EDIT_FLAGS>;

/** Where an edit happens. The paths in its arguments are relative to the kustomization's folder. */
export interface EditSite {
  fs: FileSystem;
  /** The folder as the user wrote it. */
  folder: string;
  /** Name of the file in the folder, if the user gave one. */
  fileName: string | undefined;
  keepFormat: boolean;
  /** The release of kustomize, which may lack fields. */
  compat: Compat;
}

export function editSite(flags: EditFlagValues, host: Host, compat: Compat): EditSite {
  const given = flags.kustomization || flags.path;
  const keepFormat = flags["keep-format"];
  if (given === "") return { fs: host.fs, folder: ".", fileName: undefined, keepFormat, compat };
  const info = host.fs.stat(given);
  if (info === undefined) failNotFound(given, host.fs);
  const path = cleanPath(given);
  const folder = info.isDirectory ? path : dirName(path);
  const fileName = info.isDirectory ? undefined : baseName(path);
  return { fs: new FolderView(host.fs, host.fs.realPath(folder)), folder, fileName, keepFormat, compat };
}

function failNotFound(path: string, fs: FileSystem): never {
  const folder = dirName(cleanPath(path));
  const names = fs.stat(folder)?.isDirectory === true ? fs.readDir(folder) : [];
  const near = nearest(baseName(cleanPath(path)), names);
  fail("not-found", `'${path}' does not exist`, {
    file: path,
    hint: didYouMean(near && joinPath(folder, near)),
  });
}

/** Name of the kustomization file. Throws `KustError` if there is none, if there are several, or if it is a folder. */
export function fileNameAt(site: EditSite): string {
  if (site.fileName !== undefined) return site.fileName;
  const found = KUSTOMIZATION_FILE_NAMES.filter((name) => site.fs.stat(name) !== undefined);
  const [name] = found;
  if (name === undefined) {
    fail("no-kustomization", `the folder '${site.folder}' has no kustomization file`, {
      file: site.folder,
      hint: "run 'kust create' there, or name another one with --kustomization",
    });
  }
  if (found.length > 1) {
    fail("many-kustomizations", `the folder '${site.folder}' has several kustomization files: ${found.join(", ")}`, {
      file: site.folder,
      hint: "keep one of them, or name one with --kustomization",
    });
  }
  if (site.fs.stat(name)?.isDirectory === true) {
    fail("is-a-folder", `'${joinPath(site.folder, name)}' is a folder, not a file`, {
      file: site.folder,
    });
  }
  return name;
}

/** Reads the kustomization file of a site. */
export function readSite(site: EditSite): EditedFile {
  const name = fileNameAt(site);
  return new EditedFile(readSource(site.fs, name, joinPath(site.folder, name)), site.compat);
}

/** Reports what was skipped, and replaces the file atomically, or leaves it as it was. */
export function writeSite(site: EditSite, file: EditedFile, host: Host): void {
  const kept = site.keepFormat ? keepFormat(file) : undefined;
  if (site.keepFormat && kept === undefined) {
    file.notices.push(`${file.source.name} was rewritten: its format could not be kept`);
  }
  const text = kept ?? rewrite(file);
  if (text !== file.source.text || file.source.encoding.isUtf16) replaceText(site, file, text);
  writeNotices(file, host);
}

function replaceText(site: EditSite, { source }: EditedFile, text: string): void {
  try {
    site.fs.replaceFile(fileNameAt(site), text);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    fail("file-error", `cannot write '${source.name}': ${reasonOf(error)}`, { hint: "the file is unchanged" });
  }
}

function writeNotices({ notices }: EditedFile, host: Host): void {
  for (const notice of notices) host.writeStderr(`${shown(notice)}\n`);
}

/**
 * Edits a file: reads it, lets `edit` change its fields, reports what was skipped and writes it.
 *
 * @param edit Returns false to leave the file alone, as kustomize does if there is nothing to do.
 */
export async function editFile(
  site: EditSite,
  host: Host,
  edit: (file: EditedFile) => boolean | void | Promise<void>,
): Promise<number> {
  const file = readSite(site);
  const changed = await edit(file);
  if (changed === false) writeNotices(file, host);
  else writeSite(site, file, host);
  return 0;
}
