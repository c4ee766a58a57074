/** A loader that holds to what a localized copy can contain: nothing outside the scope, nothing out of the copy itself. */

import { fail, type Place } from "../diagnostics/diagnostic.ts";
import { parseRepoSpec } from "../load/git_url.ts";
import type { Loader } from "../load/loader.ts";
import { dirName, isAbsolute, isWithin, joinPath, relativePath } from "../load/paths.ts";
import { isHttpUrl, type RepoSpec } from "../load/remote.ts";

/** Real paths that bound what may be localized. */
export interface Bounds {
  /** Local roots must lie in it. */
  scope: string;
  /** Where the copy is being made. */
  destination: string;
}

export class ScopedLoader {
  readonly loader: Loader;
  readonly #bounds: Bounds;
  /** Whether no reference on the way here was remote. */
  readonly #local: boolean;

  constructor(loader: Loader, bounds: Bounds, local = true) {
    this.loader = loader;
    this.#bounds = bounds;
    this.#local = local;
  }

  /** The content of a file that the root may use. Throws `KustError`. */
  async load(path: string, place: Place | undefined): Promise<Uint8Array> {
    if (isHttpUrl(path)) {
      await this.loader.fetch(path, place);
      return this.loader.bytes(path, place);
    }
    const content = this.loader.bytes(path, place);
    const real = joinPath(this.loader.root, this.cleanPath(path));
    if (this.#local && isWithin(dirName(real), this.#bounds.destination)) {
      fail("in-destination", `the file '${path}' is in the destination of the copy`, at(place));
    }
    return content;
  }

  /** A file's path from the root with links resolved: links are not copied, and folders around a copy are others. */
  cleanPath(path: string): string {
    const { root, files } = this.loader;
    return relativePath(root, files.fileSystem.realPath(isAbsolute(path) ? path : joinPath(root, path)));
  }

  /** A loader for a root that this one names. Throws `KustError`. */
  async enter(path: string, place: Place | undefined): Promise<ScopedLoader> {
    refuseWithoutRef(parseRepoSpec(path), place);
    const loader = await this.loader.enter(path, place);
    if (loader.repo !== undefined) return new ScopedLoader(loader, this.#bounds, false);
    if (this.#local && !isWithin(loader.root, this.#bounds.scope)) {
      fail("outside-scope", `the folder '${path}' is outside the scope`, {
        ...at(place),
        notes: [{ message: `the scope is ${loader.files.nameOf(this.#bounds.scope)}` }],
        hint: "name a folder that holds all bases by --scope",
      });
    }
    if (this.#local && isWithin(loader.root, this.#bounds.destination)) {
      fail("in-destination", `the folder '${path}' is in the destination of the copy`, at(place));
    }
    return new ScopedLoader(loader, this.#bounds, this.#local);
  }
}

/** Only a ref says what is copied: the default branch moves on. */
export function refuseWithoutRef(spec: RepoSpec | undefined, place: Place | undefined): void {
  if (spec === undefined || spec.ref !== "") return;
  fail("missing-ref", `the repository '${spec.raw}' is named without a ref`, {
    ...at(place),
    hint: "add ?ref= with a tag, branch or commit",
  });
}

function at(place: Place | undefined): { place?: Place } {
  return place === undefined ? {} : { place };
}
