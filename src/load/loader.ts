/**
 * The root folder of one kustomization, and the way to the roots that it builds on: folders anywhere, or repositories.
 * None of them may contain a folder that is being built already.
 */

import { NEWEST } from "../compat/compat.ts";
import { fail, type Place } from "../diagnostics/diagnostic.ts";
import { dirName, isAbsolute, isWithin, joinPath } from "../text/paths.ts";
import { checkCycle, checkInRepo, checkNotDotted, checkRepoCycle, type LoadedRepo } from "./check_root.ts";
import type { FileSystem } from "./file_system.ts";
import { type Files, filesOf } from "./files.ts";
import { failNoRemote, type LoadContext, type LoadOptions, withPlace } from "./load_context.ts";
import { folderAt } from "./missing_path.ts";
import { shownUrl } from "./remote/git_safety.ts";
import { parseRepoSpec } from "./remote/git_url.ts";
import type { RepoSpec } from "./remote/remote.ts";
import { RootReader } from "./root_reader.ts";

export class Loader extends RootReader {
  readonly #referrer: Loader | undefined;
  /** The clone that this root was requested from; roots entered from there have it as `containingRepo`. */
  readonly repo: LoadedRepo | undefined;

  private constructor(
    context: LoadContext,
    files: Files,
    root: string,
    askedAt?: Place,
    referrer?: Loader,
    repo?: LoadedRepo,
  ) {
    super(context, files, root, askedAt, repo ?? referrer?.containingRepo);
    this.#referrer = referrer;
    this.repo = repo;
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

  /** A loader for a base or component named in this root's kustomization. */
  async enter(text: string, place: Place | undefined): Promise<Loader> {
    const path = this.pathOf(text);
    if (path === "") fail("empty-path", "the path is empty", { place });
    const spec = parseRepoSpec(path);
    if (spec !== undefined) {
      checkRepoCycle(this.#withReferrers(), spec, place);
      return await Loader.#clone(this.context, spec, this, place);
    }
    if (isAbsolute(path)) {
      fail("absolute-path", `the folder '${path}' is an absolute path`, {
        place,
        hint: "use a path relative to this kustomization",
      });
    }
    if (this.context.compat.has("refuses-dotted-paths")) checkNotDotted(path, place);
    const absolute = joinPath(this.root, path);
    checkInRepo(this.containingRepo, absolute, path, place);
    const root = this.known(this.files.folders, absolute, () => this.#folderAt(absolute, path, place));
    checkInRepo(this.containingRepo, root, path, place);
    checkCycle(this.#withReferrers(), root, path, place);
    return new Loader(this.context, this.files, root, place, this);
  }

  #folderAt(absolute: string, path: string, place: Place | undefined): string {
    const { fileSystem } = this.files;
    return this.asking(place, () => folderAt({ fileSystem, absolute, folder: this.root, path }, place));
  }

  /** The name of the kustomization file of this root, which `find` searches for. */
  kustomizationFile(find: () => string): string {
    return this.known(this.files.kustomizationFiles, this.root, find);
  }

  /** This loader, the one that entered it, and so on. */
  #withReferrers(): Loader[] {
    const loaders: Loader[] = [this];
    for (let loader = this.#referrer; loader !== undefined; loader = loader.#referrer) loaders.push(loader);
    return loaders;
  }

  /** The root of a base that has been entered; undefined for one in a repository, and for any other path. */
  rootOf(path: string): string | undefined {
    return this.files.folders.get(this.absolute(path));
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
    const { folderInClone } = await import("./folder_in_clone.ts");
    const root = folderInClone(clone, spec, place);
    if (!isWithin(root, clone.dir)) {
      fail("outside-root", `'${shownUrl(spec.raw)}' points outside its repository`, { place });
    }
    return new Loader(context, files, root, place, referrer, { spec, clone });
  }
}
