/** The parsed contents of files that several kustomizations may name. */

import type { Compat, Release } from "../../compat/compat.ts";
import type { Source } from "../../diagnostics/source.ts";
import { INTERNAL, takeHistory } from "../../history/history_annotations.ts";
import { readResources } from "../../model/read/read_resources.ts";
import type { Resource } from "../../model/resource.ts";

export class ParsedFiles {
  /** By release, because releases differ in the fields that they know. */
  readonly #kustomizations = new Map<Release, Map<Source, unknown>>();
  /** Unmodified resources; undefined until a file is read for the second time, unless `keepsAtOnce`. */
  readonly #resources = new Map<Source, readonly Resource[] | undefined>();
  /** Whether most files are read more than once. */
  keepsAtOnce = false;

  /**
   * The result of `decode`, which is always the same function, for a kustomization file. The caller names its type:
   * this class is part of the library's interface, whose types are explicit, while the type of a kustomization is
   * inferred.
   */
  kustomization<T>(source: Source, compat: Compat, decode: (source: Source, compat: Compat) => T): T {
    let ofRelease = this.#kustomizations.get(compat.release);
    if (ofRelease === undefined) this.#kustomizations.set(compat.release, ofRelease = new Map());
    if (!ofRelease.has(source)) ofRelease.set(source, decode(source, compat));
    return ofRelease.get(source) as T;
  }

  /**
   * The resources of a file, which the caller may change. Most files are read once, so copies are only kept from the
   * second read on by default.
   */
  resources(source: Source): Resource[] {
    if (!this.keepsAtOnce && !this.#resources.has(source)) {
      this.#resources.set(source, undefined);
      return read(source);
    }
    let kept = this.#resources.get(source);
    if (kept === undefined) this.#resources.set(source, kept = read(source));
    return kept.map((resource) => resource.copy());
  }

  clear(): void {
    this.#kustomizations.clear();
    this.#resources.clear();
  }
}

function read(source: Source): Resource[] {
  const resources = readResources(source);
  // kustomize keeps history in annotations, and trusts those that it finds in a file.
  if (source.text.includes(INTERNAL)) resources.forEach((resource) => takeHistory(resource, []));
  return resources;
}
