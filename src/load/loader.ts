/**
 * The root folder of one kustomization: the files it may read, and the folders it may build on.
 *
 * Files must be in the root or below it after symbolic links are resolved (unless restrictions are off). Folders may be
 * anywhere, but must not contain a folder that is being built already.
 */

import { type Compat, NEWEST } from "../compat/compat.ts";
import type { Code } from "../diagnostics/code.ts";
import { fail, KustError, type Place } from "../diagnostics/diagnostic.ts";
import { decodeSource } from "../diagnostics/decode_source.ts";
import type { Source } from "../diagnostics/source.ts";
import { checkCycle, checkInRepo, checkNotDotted, checkRepoCycle, type LoadedRepo } from "./check_root.ts";
import { FileError, type FileInfo, type FileSystem } from "./file_system.ts";
import { baseName, dirName, isAbsolute, isWithin, joinPath } from "../text/paths.ts";
import { type Files, filesOf } from "./files.ts";
import { failToRead, folderAt, folderInClone } from "./missing_path.ts";
import type { ReadObserver } from "./read_observer.ts";
import { shownUrl } from "./remote/git_safety.ts";
import { parseRepoSpec } from "./remote/git_url.ts";
import { isHttpUrl, type RemoteSources, type RepoSpec } from "./remote/remote.ts";

export interface LoadOptions {
  /** Absent: the newest release. */
  compat?: Compat;
  /** Absent: remote sources are rejected. */
  remote?: RemoteSources | undefined;
  /** Whether files must be below their kustomization's root. Default: true. */
  restrictToRoot?: boolean;
  /** The files of a file system, some of which may have been read already. */
  filesOf?: (fileSystem: FileSystem) => Files;
  observer?: ReadObserver | undefined;
}

/** The state that all loaders of a build share. */
interface LoadContext {
  readonly compat: Compat;
  readonly remote: RemoteSources | undefined;
  readonly restrictToRoot: boolean;
  readonly filesOf: (fileSystem: FileSystem) => Files;
  readonly observer: ReadObserver | undefined;
  /** Bodies of http files that `Loader.fetch` has fetched, by URL. */
  readonly fetched: Map<string, Uint8Array>;
}

/** Error codes of `Loader.text` if there is no file. */
const NO_FILE: ReadonlySet<Code> = new Set<Code>(["not-found", "is-a-folder"]);

export class Loader {
  readonly #context: LoadContext;
  readonly files: Files;
  /** Absolute path of the folder with symbolic links resolved. */
  readonly root: string;
  readonly #referrer: Loader | undefined;
  /** The clone that this root was requested from; roots entered from there have it as `containingRepo`. */
  readonly repo: LoadedRepo | undefined;
  /** The clone that contains this root. */
  readonly containingRepo: LoadedRepo | undefined;

  /** The text that asked for this root; undefined if the user did. */
  readonly #askedAt: Place | undefined;

  private constructor(
    context: LoadContext,
    files: Files,
    root: string,
    askedAt?: Place,
    referrer?: Loader,
    repo?: LoadedRepo,
  ) {
    this.#context = context;
    this.files = files;
    this.root = root;
    this.#askedAt = askedAt;
    this.#referrer = referrer;
    this.repo = repo;
    this.containingRepo = repo ?? referrer?.containingRepo;
  }

  /** A loader for the folder or repository that the user asks to build. */
  static async open(fileSystem: FileSystem, path: string, options: LoadOptions = {}): Promise<Loader> {
    const { compat = NEWEST, remote, restrictToRoot = true, observer } = options;
    const own = new Map();
    const known = options.filesOf ?? ((fileSystem: FileSystem) => filesOf(fileSystem, own));
    const context = { compat, remote, restrictToRoot, filesOf: known, observer, fetched: new Map() };
    if (path === "") fail("empty-path", "the path is empty");
    const spec = parseRepoSpec(path);
    if (spec !== undefined) return await Loader.#clone(context, spec, undefined, undefined);
    const files = context.filesOf(fileSystem);
    const root = folderAt({ fileSystem: files.fileSystem, absolute: path, folder: fileSystem.cwd(), path }, undefined);
    return new Loader(context, files, root);
  }

  /** The release of kustomize to agree with. */
  get compat(): Compat {
    return this.#context.compat;
  }

  /** A loader for a base or component named in this root's kustomization. */
  async enter(text: string, place: Place | undefined): Promise<Loader> {
    const path = this.#pathOf(text);
    if (path === "") fail("empty-path", "the path is empty", { place });
    const spec = parseRepoSpec(path);
    if (spec !== undefined) {
      checkRepoCycle(this.#withReferrers(), spec, place);
      return await Loader.#clone(this.#context, spec, this, place);
    }
    if (isAbsolute(path)) {
      fail("absolute-path", `the folder '${path}' is an absolute path`, {
        place,
        hint: "use a path relative to this kustomization",
      });
    }
    if (this.#context.compat.has("refuses-dotted-paths")) checkNotDotted(path, place);
    const absolute = joinPath(this.root, path);
    checkInRepo(this.containingRepo, absolute, path, place);
    const root = this.#known(this.files.folders, absolute, () => this.#folderAt(absolute, path, place));
    checkInRepo(this.containingRepo, root, path, place);
    checkCycle(this.#withReferrers(), root, path, place);
    return new Loader(this.#context, this.files, root, place, this);
  }

  #folderAt(absolute: string, path: string, place: Place | undefined): string {
    const { fileSystem } = this.files;
    return this.asking(place, () => folderAt({ fileSystem, absolute, folder: this.root, path }, place));
  }

  /** The name of the kustomization file of this root, which `find` searches for. */
  kustomizationFile(find: () => string): string {
    return this.#known(this.files.kustomizationFiles, this.root, find);
  }

  /** What `find` returns, asked once per path by all builds that share files; but an observer is told of each. */
  #known(known: Map<string, string>, path: string, find: () => string): string {
    if (this.observer !== undefined) return find();
    let result = known.get(path);
    if (result === undefined) known.set(path, result = find());
    return result;
  }

  /** Whether the path is a folder. */
  isFolder(path: string): boolean {
    return this.#stat(path)?.isDirectory === true;
  }

  /** Whether something other than a folder exists at the path. */
  holdsFile(path: string): boolean {
    return this.#stat(path)?.isDirectory === false;
  }

  /** Whether anything exists at the path. */
  exists(path: string): boolean {
    return this.#stat(path) !== undefined;
  }

  #stat(path: string): FileInfo | undefined {
    return this.#guarded(path, undefined, () => this.files.fileSystem.stat(this.#absolute(path)));
  }

  /** The names in the root. */
  names(): string[] {
    return this.#guarded(".", undefined, () => this.files.fileSystem.readDir(this.root));
  }

  /** Whether `fetch` has fetched the file. */
  hasFetched(url: string): boolean {
    return this.#context.fetched.has(url);
  }

  /** Fetches an http file, for use by `text` and `bytes`. */
  async fetch(url: string, place: Place | undefined): Promise<void> {
    if (this.#context.fetched.has(url)) return;
    const { compat, remote } = this.#context;
    if (remote === undefined) return failNoRemote(url, place);
    const address = compat.has("fragment-in-http-path") ? url.replace(/^[^?]*/, escapeHash) : url;
    this.asking(place, () => this.observer?.httpFile(url));
    this.#context.fetched.set(url, await withPlace(place, remote.fetch(address)));
  }

  /** The text of a file, or undefined if the path is a folder or does not exist. */
  textIfFile(path: string, place: Place | undefined): Source | undefined {
    if (this.observer === undefined && this.#isBase(path)) return undefined;
    try {
      return this.text(path, place);
    } catch (error) {
      if (error instanceof KustError && NO_FILE.has(error.diagnostic.code)) return undefined;
      throw error;
    }
  }

  /** Whether the path is a folder, for those that look like one. An error for each base would take longer. */
  #isBase(path: string): boolean {
    const { folders, fileSystem } = this.files;
    const absolute = this.#absolute(path);
    if (folders.has(absolute)) return true;
    if (baseName(absolute).includes(".")) return false;
    try {
      if (fileSystem.stat(absolute)?.isDirectory !== true) return false;
      folders.set(absolute, fileSystem.realPath(absolute));
      return true;
    } catch {
      // The read will fail, too, and say why.
      return false;
    }
  }

  /** The text of a file. */
  text(path: string, place: Place | undefined): Source {
    if (isHttpUrl(path)) {
      const source = decodeSource(path, this.#fetched(path));
      source.growth = this.files.growth;
      return source;
    }
    return this.#guarded(path, place, () => this.files.text(this.#realFile(path, place), this.#restricted));
  }

  /** The bytes of a file. */
  bytes(path: string, place: Place | undefined): Uint8Array {
    if (isHttpUrl(path)) return this.#fetched(path);
    return this.#guarded(
      path,
      place,
      () => this.files.fileSystem.readFile(this.#realFile(path, place), this.#restricted),
    );
  }

  /** The path of a file; if files are restricted to the root, the real path, checked against it. */
  #realFile(text: string, place: Place | undefined): string {
    const path = this.#pathOf(text);
    const absolute = this.#absolute(path);
    // The root's path has no links, so a name in it that is not a link is its own real path, which is faster to check.
    const isPlainName = !path.includes("/") && path !== "..";
    if (!this.#restricted || isPlainName && !this.files.fileSystem.isLink(absolute)) return absolute;
    const real = this.files.fileSystem.realPath(absolute);
    if (!isWithin(dirName(real), this.root)) {
      if (this.files.fileSystem.stat(real)?.isDirectory) throw new FileError("is-directory", path, "is a folder");
      fail("outside-root", `security: the file '${path}' is not in or below '${this.files.nameOf(this.root)}'`, {
        place,
        hint: this.containingRepo === undefined
          ? "move it below the kustomization, or build with --load-restrictor LoadRestrictionsNone"
          : "in a repository, files outside the kustomization's folder are never loaded",
      });
    }
    return real;
  }

  /** In a clone the restriction applies in any case. */
  get #restricted(): boolean {
    return this.#context.restrictToRoot || this.containingRepo !== undefined;
  }

  /** The path that a text of a kustomization means. */
  #pathOf(text: string): string {
    return this.files.fileSystem.pathOf?.(text) ?? text;
  }

  #absolute(text: string): string {
    const path = this.#pathOf(text);
    return isAbsolute(path) ? path : joinPath(this.root, path);
  }

  #fetched(url: string): Uint8Array {
    const body = this.#context.fetched.get(url);
    if (body === undefined) throw new Error(`${url} was not fetched`);
    return body;
  }

  /** Is told what is read, if anybody asked. */
  get observer(): ReadObserver | undefined {
    return this.#context.observer;
  }

  /** Does what the text at `place` asks for, or else what asked for this root. */
  asking<T>(place: Place | undefined, work: () => T): T {
    return this.observer === undefined ? work() : this.observer.asking(place ?? this.#askedAt, work);
  }

  #guarded<T>(path: string, place: Place | undefined, read: () => T): T {
    return this.observer === undefined
      ? this.#refusing(path, place, read)
      : this.asking(place, () => this.#refusing(path, place, read));
  }

  #refusing<T>(path: string, place: Place | undefined, read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      const { files: { fileSystem }, root: folder } = this;
      return failToRead(error, { fileSystem, absolute: this.#absolute(path), folder, path, wanted: "file" }, place);
    }
  }

  /** This loader, the one that entered it, and so on. */
  #withReferrers(): Loader[] {
    const loaders: Loader[] = [this];
    for (let loader = this.#referrer; loader !== undefined; loader = loader.#referrer) loaders.push(loader);
    return loaders;
  }

  /** The root of a base that has been entered; undefined for one in a repository, and for any other path. */
  rootOf(path: string): string | undefined {
    return this.files.folders.get(this.#absolute(path));
  }

  /** Whether one of `folders` is or contains a root that is being built, apart from this one. */
  isBeingBuiltIn(folders: ReadonlySet<string>): boolean {
    return this.#withReferrers().slice(1).some(({ root }) => {
      for (let folder = root; !folders.has(folder); folder = dirName(folder)) if (folder === "/") return false;
      return true;
    });
  }

  /** Whether a folder is this root, or the root of a kustomization that led here. */
  isBeingBuilt(folder: string): boolean {
    return this.#withReferrers().some(({ root }) => root === folder);
  }

  static async #clone(
    context: LoadContext,
    spec: RepoSpec,
    referrer: Loader | undefined,
    place: Place | undefined,
  ): Promise<Loader> {
    if (context.remote === undefined) return failNoRemote(spec.raw, place);
    const clone = await withPlace(place, context.remote.clone(spec));
    context.observer?.asking(place, () => context.observer?.repository(spec, clone));
    const files = context.filesOf(clone.fileSystem);
    files.nameClone(clone.dir, spec);
    const root = folderInClone(clone, spec, place);
    if (!isWithin(root, clone.dir)) {
      fail("outside-root", `'${shownUrl(spec.raw)}' points outside its repository`, { place });
    }
    return new Loader(context, files, root, place, referrer, { spec, clone });
  }
}

function escapeHash(text: string): string {
  return text.replaceAll("#", "%23");
}

/** Waits for a remote source, and adds the place of the request to its errors. */
async function withPlace<T>(place: Place | undefined, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof KustError) || error.diagnostic.place !== undefined) throw error;
    throw error.with({ place });
  }
}

function failNoRemote(what: string, place: Place | undefined): never {
  fail(
    "no-capability",
    `'${shownUrl(what)}' is remote, and this build has no access to remote sources`,
    { place },
  );
}
