/** Reads an input as text. */

import { decodeSource } from "../diagnostics/decode_source.ts";
import { Source } from "../diagnostics/source.ts";
import type { FileSystem } from "./file_system.ts";

/**
 * The text of a file, in the encodings that go-yaml reads. Looks at the bytes only if the host's fast decoding has left
 * a replacement character.
 *
 * @param name As for `Source`.
 * @param isReal As for `FileSystem.readFile`.
 */
export function readSource(fileSystem: FileSystem, path: string, name: string = path, isReal?: boolean): Source {
  const text = fileSystem.readText(path, isReal);
  return text.includes("\uFFFD") ? decodeSource(name, fileSystem.readFile(path, isReal)) : new Source(name, text);
}
