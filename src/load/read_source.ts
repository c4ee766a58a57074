/** Reading an input as text. */

import { decodeSource } from "../diagnostics/decode_source.ts";
import { Source } from "../diagnostics/source.ts";
import type { FileSystem } from "./file_system.ts";

/**
 * The text of a file in the encodings that go-yaml reads. The bytes are looked at only where the host's quick decoding left
 * its mark of what is no UTF-8.
 *
 * @param name As for `Source`.
 */
export function readSource(fileSystem: FileSystem, path: string, name: string = path): Source {
  const text = fileSystem.readText(path);
  return text.includes("\uFFFD") ? decodeSource(name, fileSystem.readFile(path)) : new Source(name, text);
}
