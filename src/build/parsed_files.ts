/** What files of one build hold, however many kustomizations name them. */

import type { Source } from "../diagnostics/source.ts";
import { type DecodedKustomization, decodeKustomization } from "../kustomization/decode.ts";
import { BUILD_ANNOTATION_DOMAIN, takeHistory } from "../model/build_annotations.ts";
import { readResources } from "../model/read_resources.ts";
import type { IsClusterScoped, Resource } from "../model/resource.ts";
import { parseDocument } from "../yaml/parse.ts";

export class ParsedFiles {
  readonly #isClusterScoped: IsClusterScoped;
  readonly #kustomizations = new Map<Source, DecodedKustomization>();
  /** Resources that nobody changes; absent until a file is read for the second time. */
  readonly #resources = new Map<Source, readonly Resource[] | undefined>();

  constructor(isClusterScoped: IsClusterScoped) {
    this.#isClusterScoped = isClusterScoped;
  }

  kustomization(source: Source): DecodedKustomization {
    let decoded = this.#kustomizations.get(source);
    if (decoded === undefined) {
      decoded = decodeKustomization(parseDocument(source, { uniqueKeys: false }), source.name);
      this.#kustomizations.set(source, decoded);
    }
    return decoded;
  }

  /** The resources of a file, for the caller to change. Nearly every file is read once, so nothing is kept until it is not. */
  resources(source: Source): Resource[] {
    if (!this.#resources.has(source)) {
      this.#resources.set(source, undefined);
      return this.#read(source);
    }
    let kept = this.#resources.get(source);
    if (kept === undefined) this.#resources.set(source, kept = this.#read(source));
    return kept.map((resource) => resource.copy());
  }

  #read(source: Source): Resource[] {
    const resources = readResources(source, this.#isClusterScoped);
    // kustomize keeps history in annotations, and believes those that it finds in a file.
    if (source.text.includes(BUILD_ANNOTATION_DOMAIN)) resources.forEach(takeHistory);
    return resources;
  }
}
