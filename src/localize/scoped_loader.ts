/** A loader limited to what a localized copy can contain: nothing outside the scope, nothing from the copy itself. */

import { fail } from "../diagnostics/diagnostic.ts";
import { shownUrl } from "../load/remote/git_safety.ts";
import { parseRepoSpec } from "../load/remote/git_url.ts";
import type { Loader } from "../load/loader.ts";
import { dirName, isAbsolute, isWithin, joinPath, relativePath } from "../text/paths.ts";
import { isHttpUrl, type RepoSpec } from "../load/remote/remote.ts";
import { atPlace, placeOf } from "../yaml/tree/place.ts";
import type { Node } from "../yaml/tree/node.ts";

/** Real paths that limit what may be localized. */
export interface Bounds {
  /** Contains all local roots. */
  scope: string;
  /** The folder of the copy. */
  destination: string;
}

export class ScopedLoader {
  readonly loader: Loader;
  readonly #bounds: Bounds;
  /** Whether all references on the way here were local. */
  readonly #local: boolean;

  constructor(loader: Loader, bounds: Bounds, local = true) {
    this.loader = loader;
    this.#bounds = bounds;
    this.#local = local;
  }

  /** The content of a file that the root may use; `node` names the file. Throws `KustError`. */
  async load(path: string, node: Node | undefined): Promise<Uint8Array> {
    const place = node && placeOf(node);
    if (isHttpUrl(path)) {
      await this.loader.fetch(path, place);
      return this.loader.bytes(path, place);
    }
    const content = this.loader.bytes(path, place);
    const real = joinPath(this.loader.root, this.cleanPath(path));
    if (this.#local && isWithin(dirName(real), this.#bounds.destination)) {
      fail("in-destination", `the file '${path}' is in the destination of the copy`, atPlace(node));
    }
    return content;
  }

  /** A file's path from the root with links resolved: links are not copied, and the folders around a copy differ. */
  cleanPath(path: string): string {
    const { root, files } = this.loader;
    return relativePath(root, files.fileSystem.realPath(isAbsolute(path) ? path : joinPath(root, path)));
  }

  /** A loader for a root that this one names. Throws `KustError`. */
  async enter(path: string, node: Node | undefined): Promise<ScopedLoader> {
    checkRef(parseRepoSpec(path), node);
    const loader = await this.loader.enter(path, node && placeOf(node));
    if (loader.repo !== undefined) return new ScopedLoader(loader, this.#bounds, false);
    if (this.#local && !isWithin(loader.root, this.#bounds.scope)) {
      fail("outside-scope", `the folder '${path}' is outside the scope`, {
        ...atPlace(node),
        notes: [{ message: `the scope is ${loader.files.nameOf(this.#bounds.scope)}` }],
        hint: "set --scope to a folder that contains all bases",
      });
    }
    if (this.#local && isWithin(loader.root, this.#bounds.destination)) {
      fail("in-destination", `the folder '${path}' is in the destination of the copy`, atPlace(node));
    }
    return new ScopedLoader(loader, this.#bounds, this.#local);
  }
}

/** Only a ref fixes what is copied: the default branch moves. */
export function checkRef(spec: RepoSpec | undefined, node: Node | undefined): void {
  if (spec === undefined || spec.ref !== "") return;
  fail("missing-ref", `the repository '${shownUrl(spec.raw)}' has no ref`, {
    ...atPlace(node),
    hint: "add ?ref= with a tag, branch or commit",
  });
}
