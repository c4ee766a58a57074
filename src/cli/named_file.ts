/** Files that the command line names. Unlike those of a kustomization, they may be pipes, such as that of `<(…)`. */

import { decodeSource } from "../diagnostics/decode_source.ts";
import type { Source } from "../diagnostics/source.ts";
import type { Host } from "../host/host.ts";
import { FileError, type FileSystem } from "../load/file_system.ts";
import { failToRead } from "../load/missing_path.ts";
import { readSource } from "../load/read_source.ts";

/** @param path `-` for standard input. */
export function readNamed(path: string, host: Host): Source {
  if (path === "-") return decodeSource("standard input", host.readStdin());
  return isPipe(path, host.fs) ? decodeSource(path, host.readPipe(path)) : readNamedFile(path, host.fs);
}

function readNamedFile(path: string, fileSystem: FileSystem): Source {
  try {
    return readSource(fileSystem, path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return failToRead(error, { fileSystem, absolute: path, folder: fileSystem.cwd(), path, wanted: "file" }, undefined);
  }
}

/** Whether it is a pipe, a device or a socket, which can be read once only. */
export function isPipe(path: string, files: FileSystem): boolean {
  const info = files.stat(path);
  return info !== undefined && !info.isFile && !info.isDirectory;
}
