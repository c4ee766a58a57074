/**
 * The cache between runs, in a folder that the user names (`--remote-cache`): the commits of repositories by hash, the
 * last known commit of each branch or tag, and files fetched over http.
 *
 *     git/packs/<hash>[-plain]/   packs with the objects of the commit and (without `-plain`) its submodules; a file `whole` when complete
 *     git/refs/<digest of url and ref>
 *     files/<digest of url>       the digest of the content, a line break, the content
 *
 * Only the objects of a repository are kept, which git names by their content, and no configuration, which could run
 * programs. Several programs may use one folder at once: files are replaced atomically, the files of a commit are named
 * by their content, and nothing is read before `whole` exists.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import { sha256Hex } from "../../text/bytes/sha256.ts";
import { decodeUtf8Lossy, encodeUtf8 } from "../../text/bytes/utf8.ts";
import { FileError, type FileSystem } from "../file_system.ts";
import { CacheAccess } from "./cache_access.ts";

/** The cached part of a repository: its location in `.git`, the packs by name, and the ends of a shallow history. */
export interface KeptPart {
  /** "" for the repository itself, `modules/NAME` for a submodule. */
  readonly place: string;
  readonly packs: ReadonlyMap<string, Uint8Array>;
  readonly shallow: string | undefined;
}

const PACK = /^pack-[0-9a-f]+\.pack$/;
const HASHES = /^(?:[0-9a-f]{40,64}\n)+$/;

export class RemoteCache {
  readonly #files: FileSystem;
  readonly #dir: string;
  readonly #access: CacheAccess;

  constructor(fileSystem: FileSystem, dir: string) {
    this.#files = fileSystem;
    this.#dir = dir;
    this.#access = new CacheAccess(fileSystem, dir);
  }

  /** The last known commit of a branch or tag. */
  commitOf(cloneUrl: string, ref: string): string | undefined {
    const path = this.#refPath(cloneUrl, ref);
    if (this.#isFile(path) !== true) return undefined;
    const text = this.#files.readText(path);
    return HASHES.test(text) ? text.trim() : undefined;
  }

  /** The cached parts of a commit; undefined if there are none. */
  parts(commit: string, submodules: boolean): KeptPart[] | undefined {
    const kept = this.#commitDir(commit, submodules);
    return this.#isFile(`${kept}/whole`) ? [...this.#partsBelow(kept, "")] : undefined;
  }

  /** Saves a commit's `.git` folder, and records that `ref` is this commit. */
  keep(cloneUrl: string, ref: string, commit: string, submodules: boolean, gitDir: string): void {
    this.#writing(() => {
      const kept = this.#commitDir(commit, submodules);
      if (!this.#isFile(`${kept}/whole`)) {
        if (this.#files.stat(`${kept}/whole`) !== undefined) this.#files.remove(kept);
        for (const place of repositoriesIn(this.#files, gitDir)) {
          this.#keepPart(kept, partOf(this.#files, gitDir, place));
        }
        this.#replace(`${kept}/whole`, "");
      }
      this.#replace(this.#refPath(cloneUrl, ref), commit + "\n");
    });
  }

  /** Forgets a commit that turned out to be damaged. */
  drop(commit: string, submodules: boolean): void {
    this.#writing(() => this.#files.remove(this.#commitDir(commit, submodules)));
  }

  /** A cached file; undefined if it is missing or damaged. */
  file(url: string): Uint8Array | undefined {
    const path = this.#filePath(url);
    if (!this.#isFile(path)) return undefined;
    const kept = this.#files.readFile(path);
    const content = kept.subarray(DIGEST_LENGTH + 1);
    return decodeUtf8Lossy(kept.subarray(0, DIGEST_LENGTH)) === sha256Hex(content) ? content : undefined;
  }

  keepFile(url: string, content: Uint8Array): void {
    const head = encodeUtf8(`${sha256Hex(content)}\n`);
    const all = new Uint8Array(head.length + content.length);
    all.set(head);
    all.set(content, head.length);
    this.#writing(() => this.#replace(this.#filePath(url), all));
  }

  #commitDir(commit: string, submodules: boolean): string {
    return `${this.#dir}/git/packs/${commit}${submodules ? "" : "-plain"}`;
  }

  #refPath(cloneUrl: string, ref: string): string {
    return `${this.#dir}/git/refs/${digest(`${cloneUrl}\n${ref}`)}`;
  }

  #filePath(url: string): string {
    return `${this.#dir}/files/${digest(url)}`;
  }

  /** Whether a file is cached; fails if others could have written it. */
  #isFile(path: string): boolean {
    if (this.#files.stat(path)?.isFile !== true) return false;
    this.#access.refuseOpen(path);
    return true;
  }

  *#partsBelow(kept: string, place: string): Iterable<KeptPart> {
    const folder = inPlace(kept, place);
    const packs = new Map<string, Uint8Array>();
    let shallow: string | undefined;
    for (const name of this.#files.readDir(folder)) {
      const path = `${folder}/${name}`;
      this.#access.refuseOpen(path);
      if (this.#files.stat(path)?.isDirectory) yield* this.#partsBelow(kept, inPlace(place, name));
      else if (PACK.test(name)) packs.set(name, this.#files.readFile(path));
      else if (name === "shallow" && HASHES.test(this.#files.readText(path))) shallow = this.#files.readText(path);
    }
    if (packs.size > 0) yield { place, packs, shallow };
  }

  #keepPart(kept: string, { place, packs, shallow }: KeptPart): void {
    const folder = inPlace(kept, place);
    for (const [name, content] of packs) this.#replace(`${folder}/${name}`, content);
    if (shallow !== undefined) this.#replace(`${folder}/shallow`, shallow);
  }

  #replace(path: string, content: Uint8Array | string): void {
    const folder = path.slice(0, path.lastIndexOf("/"));
    this.#files.makeDir(this.#dir, 0o700);
    this.#access.refuseOpen(this.#dir);
    this.#makeWay(path);
    this.#files.makeDir(folder, 0o700);
    this.#access.refuseOpen(folder);
    this.#files.replaceFile(path, content);
  }

  /** Removes what is in the way to a file: the cache contains no links, and nothing but folders and regular files. */
  #makeWay(path: string): void {
    let at = this.#dir;
    for (const step of path.slice(at.length + 1).split("/")) {
      at = `${at}/${step}`;
      const info = this.#files.stat(at);
      const isWrong = info !== undefined && !(at === path ? info.isFile : info.isDirectory);
      if (isWrong || this.#files.isLink(at)) this.#files.remove(at);
    }
  }

  #writing(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      fail("file-error", `cannot write to the --remote-cache folder: ${error.message}`, { file: this.#dir });
    }
  }
}

/** The locations of repositories below a `.git` folder: its own, and those of submodules. */
export function* repositoriesIn(files: FileSystem, gitDir: string, place = ""): Iterable<string> {
  const here = inPlace(gitDir, place);
  const isRepository = files.stat(`${here}/objects/pack`)?.isDirectory === true;
  if (isRepository) yield place;
  // The name of a submodule may contain slashes.
  const names = isRepository ? ["modules"] : files.readDir(here);
  for (const name of names) {
    if (files.stat(`${here}/${name}`)?.isDirectory) yield* repositoriesIn(files, gitDir, inPlace(place, name));
  }
}

function partOf(files: FileSystem, gitDir: string, place: string): KeptPart {
  const here = inPlace(gitDir, place);
  const names = files.readDir(`${here}/objects/pack`).filter((name) => PACK.test(name));
  const shallow = files.stat(`${here}/shallow`)?.isFile ? files.readText(`${here}/shallow`) : undefined;
  return {
    place,
    packs: new Map(names.map((name) => [name, files.readFile(`${here}/objects/pack/${name}`)])),
    shallow,
  };
}

function inPlace(folder: string, name: string): string {
  return folder === "" ? name : name === "" ? folder : `${folder}/${name}`;
}

/** The length of a SHA-256 in hexadecimal. */
const DIGEST_LENGTH = 64;

function digest(text: string): string {
  return sha256Hex(encodeUtf8(text));
}
