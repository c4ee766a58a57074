/** The contents of committed files, as a checkout would write them. */

import { FileError } from "../load/file_system.ts";
import { decodeUtf8Lossy, encodeUtf8 } from "../text/bytes/utf8.ts";
import type { Committed } from "./changes.ts";
import type { Git } from "./git.ts";
import { groupBy } from "../text/multimap.ts";

/** The start of what Git LFS keeps in place of a file. */
const LFS_POINTER = "version https://git-lfs.github.com/spec/";

/** By path. Reading a file whose content is missing here is an error. */
export type Contents = ReadonlyMap<string, Uint8Array | FileError>;

/** Starts a process for each repository, or a few if there are many files. */
export async function contentsOf(git: Git, files: readonly Committed[]): Promise<Contents> {
  const contents = new Map<string, Uint8Array | FileError>();
  for (const [repository, all] of groupBy(files, (file) => file.repository)) {
    for (let start = 0; start < all.length; start += AT_ONCE) {
      const own = all.slice(start, start + AT_ONCE);
      const read = await readAll(git.in(repository), own, repository);
      own.forEach((file, index) => contents.set(file.path, read[index] ?? missing(file)));
    }
  }
  return contents;
}

/** All of the output of one process is in memory at the same time as the contents. */
const AT_ONCE = 500;

/** Applies line endings and filters as a checkout would; without the filter's program, returns the committed bytes. */
async function readAll(git: Git, files: readonly Committed[], repository: string): Promise<(Uint8Array | undefined)[]> {
  // git prints the sizes before filters, so each content is ended by the name of an object that does not exist.
  const mark = `kust-${files.length}-${files[0]!.object.split("").reverse().join("")}`;
  const name = ({ path }: Committed) => path.slice(repository.length + 1).replace(/[\n\ufffd]/g, "_");
  const input = files.map((file) => `${file.object} ${name(file)}\n${mark} x\n`).join("");
  const args = ["cat-file", "--batch"];
  const filtered = await git.result([...args, "--filters"], input);
  if (filtered.exitCode === 0 && filtered.tooLong !== true) return split(filtered.stdout, mark);
  const plain = files.map((file) => `${file.object}\n${mark}\n`).join("");
  return split(await git.output("read the commit's files", args, plain), mark);
}

/** Each part: a line that names the object, or says that it is missing, and the content. */
function split(output: Uint8Array, mark: string): (Uint8Array | undefined)[] {
  const parts: (Uint8Array | undefined)[] = [];
  const end = encodeUtf8(`${mark} missing\n`);
  for (let at = 0; at < output.length;) {
    const stop = indexOf(output, end, at);
    const line = output.indexOf(0x0a, at);
    // There is a line break after a content, but none after the line of an object that is missing.
    parts.push(line + 1 >= stop ? undefined : output.slice(line + 1, stop - 1));
    at = stop + end.length;
  }
  return parts.map(dropPointer);
}

function dropPointer(content: Uint8Array | undefined): Uint8Array | undefined {
  const isPointer = content !== undefined && content.length < 1024 &&
    decodeUtf8Lossy(content).startsWith(LFS_POINTER);
  return isPointer ? undefined : content;
}

/** The position of `sought` at the start of a line. */
function indexOf(bytes: Uint8Array, sought: Uint8Array, from: number): number {
  const first = sought[0]!;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (sought.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return bytes.length;
}

function missing({ path }: Committed): FileError {
  return new FileError(
    "other",
    path,
    `${path}: the commit's content is not here; 'git lfs fetch --all' or 'git fetch' gets it`,
  );
}
