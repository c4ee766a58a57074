/** Reads files and folders that a user drops on the page or chooses. */

import { joinPath } from "../../src/text/paths.ts";
import type { Content } from "../project/project.ts";

/** Larger folders are most likely not what the user meant, and a build of them would take long. */
const MAX_FILES = 5000;
const MAX_BYTES = 20 << 20;

/** Folders that no kustomization reads. */
const SKIPPED = new Set([".git", "node_modules"]);

interface FoundFile {
  path: string;
  file: File;
}

export class TooMuch extends Error {}

/** The files of a choice of `<input type=file webkitdirectory>`. */
export function readChosen(files: Iterable<File>): Promise<Map<string, Content>> {
  const found = [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  return contentsOf(found.filter(({ path }) => !path.split("/").some((part) => SKIPPED.has(part))));
}

/** The files and folders of a drop. Takes the entries at once, since the transfer is empty later. */
export async function readDropped(transfer: DataTransfer): Promise<Map<string, Content>> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found: FoundFile[] = [];
  for (const entry of entries) await gather(entry, found);
  return await contentsOf(found);
}

async function gather(entry: FileSystemEntry, found: FoundFile[]): Promise<void> {
  if (SKIPPED.has(entry.name)) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    found.push({ path: joinPath(entry.fullPath).replace(/^\//, ""), file });
    if (found.length > MAX_FILES) throw new TooMuch(`the folder has more than ${MAX_FILES} files`);
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    // A reader returns at most 100 entries at a time.
    for (let some = await nextOf(reader); some.length > 0; some = await nextOf(reader)) {
      for (const one of some) await gather(one, found);
    }
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function nextOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

async function contentsOf(found: readonly FoundFile[]): Promise<Map<string, Content>> {
  if (found.length > MAX_FILES) throw new TooMuch(`the folder has more than ${MAX_FILES} files`);
  const size = found.reduce((sum, { file }) => sum + file.size, 0);
  if (size > MAX_BYTES) throw new TooMuch(`the folder has more than ${MAX_BYTES >> 20} MiB`);
  const cut = commonFolder(found.map(({ path }) => path));
  const contents = found.map(async ({ path, file }): Promise<[string, Content]> => [
    path.slice(cut),
    contentOf(new Uint8Array(await file.arrayBuffer())),
  ]);
  return new Map((await Promise.all(contents)).sort(([a], [b]) => a < b ? -1 : 1));
}

/** The length of the folder that holds all files, with its slash. */
function commonFolder(paths: readonly string[]): number {
  const first = paths[0] ?? "";
  const length = first.indexOf("/") + 1;
  return paths.every((path) => path.startsWith(first.slice(0, length))) ? length : 0;
}

function contentOf(bytes: Uint8Array): Content {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}
