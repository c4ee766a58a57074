/** The transformer of `patchesJson6902`, which kustomize has kept from before `patches`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import type { Patch } from "../../kustomization/types.ts";
import type { ResourceSet } from "../../model/resource_set.ts";
import type { Selector } from "../../model/selector.ts";
import { type JsonPatch, readJsonPatch } from "../../json_patch/read.ts";
import { atPlace } from "../../yaml/tree/node.ts";
import { applyJsonPatchTo } from "./apply_json_patch.ts";
import { select } from "./patch.ts";
import type { Transformer } from "../transformer.ts";

export interface PatchJson6902Settings {
  /** The target counts; path and text are read already. */
  patch: Pick<Patch, "target" | "node">;
  /** The text of the file, or the inline text as it stands. */
  source: Source;
}

export class PatchJson6902Transformer implements Transformer {
  readonly #target: Selector;
  readonly #source: Source;
  readonly #patch: JsonPatch;

  /** Throws where the text is no JSON patch or an empty one, and where the target has no name. */
  constructor({ patch: { target, node }, source }: PatchJson6902Settings) {
    if (target === undefined || target.name === "") {
      fail("missing-target", "a JSON patch needs a target with a name", {
        ...atPlace(target?.node ?? node),
        hint: "add 'target: {kind: …, name: …}'",
      });
    }
    this.#target = target;
    this.#source = source;
    this.#patch = readJsonPatch(source);
    if (this.#patch.isEmpty) fail("bad-patch", "the JSON patch is empty", { place: { source, offset: 0 } });
  }

  transform(set: ResourceSet): void {
    for (const resource of select(set, this.#target)) {
      applyJsonPatchTo(resource, this.#patch, { source: this.#source, offset: 0 });
    }
  }
}
