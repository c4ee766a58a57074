/** What files hold, however many kustomizations name them. */

import type { Compat, Release } from "../../compat/compat.ts";
import type { Source } from "../../diagnostics/source.ts";
import { INTERNAL, takeHistory } from "../../history/history_annotations.ts";
import { readResources } from "../../model/read/read_resources.ts";
import type { Resource } from "../../model/resource.ts";

export class ParsedFiles {
  /** By release too: releases differ in the fields that they know. */
  readonly #kustomizations = new Map<Release, Map<Source, unknown>>();
  /** Resources that nobody changes; absent until a file is read for the second time. */
  readonly #resources = new Map<Source, readonly Resource[] | undefined>();

  /**
   * What `decode` makes of a kustomization file, always the same function. The type is the caller's: this class is part of the
   * library's interface, whose types are written out, and those of a kustomization are inferred.
   */
  kustomization<T>(source: Source, compat: Compat, decode: (source: Source, compat: Compat) => T): T {
    let ofRelease = this.#kustomizations.get(compat.release);
    if (ofRelease === undefined) this.#kustomizations.set(compat.release, ofRelease = new Map());
    if (!ofRelease.has(source)) ofRelease.set(source, decode(source, compat));
    return ofRelease.get(source) as T;
  }

  /** The resources of a file, for the caller to change. Nearly every file is read once, so nothing is kept until it is not. */
  resources(source: Source): Resource[] {
    if (!this.#resources.has(source)) {
      this.#resources.set(source, undefined);
      return read(source);
    }
    let kept = this.#resources.get(source);
    if (kept === undefined) this.#resources.set(source, kept = read(source));
    return kept.map((resource) => resource.copy());
  }
}

function read(source: Source): Resource[] {
  const resources = readResources(source);
  // kustomize keeps history in annotations, and believes those that it finds in a file.
  if (source.text.includes(INTERNAL)) resources.forEach(takeHistory);
  return resources;
}
