/**
 * The disk of Windows as a `FileSystem`, whose paths have `/` between their parts and begin with it if they are
 * absolute.
 */

import { FileError, type FileSystem, reasonOf } from "../../load/file_system.ts";
import { fromWindows, toWindows } from "../../text/windows_paths.ts";

/**
 * Converts the paths of all calls and results.
 *
 * @param disk Takes and returns paths of Windows.
 */
export function windowsFileSystem(disk: FileSystem): FileSystem {
  const at = <T>(path: string, call: (native: string) => T): T => {
    try {
      return call(path === "" ? "" : toWindows(path));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      throw new FileError(error.code, path, `${path}: ${reasonOf(error)}`);
    }
  };
  return {
    cwd: () => fromWindows(disk.cwd()),
    pathOf: fromWindows,
    readFile: (path, isReal) => at(path, (native) => disk.readFile(native, isReal)),
    readText: (path, isReal) => at(path, (native) => disk.readText(native, isReal)),
    stat: (path) => at(path, (native) => disk.stat(native)),
    realPath: (path) => at(path, (native) => fromWindows(disk.realPath(native))),
    isLink: (path) => at(path, (native) => disk.isLink(native)),
    readLink: (path) => at(path, (native) => fromWindows(disk.readLink?.(native) ?? disk.realPath(native))),
    readDir: (path) => at(path, (native) => disk.readDir(native)),
    ...disk.entries && { entries: (path: string) => at(path, (native) => disk.entries?.(native) ?? []) },
    writeFile: (path, content, mode) => at(path, (native) => disk.writeFile(native, content, mode)),
    replaceFile: (path, content) => at(path, (native) => disk.replaceFile(native, content)),
    makeDir: (path, mode) => at(path, (native) => disk.makeDir(native, mode)),
    remove: (path) => at(path, (native) => disk.remove(native)),
    // Permission bits say nothing of other users there.
  };
}
