import { FileError, type FileSystem } from "../../load/file_system.ts";

/** Whether a text names a file. File systems refuse some inline patches, such as those longer than any name. */
export function isFile(fs: FileSystem, text: string): boolean {
  try {
    return fs.stat(text)?.isFile === true;
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}
