/** What transformers find, for those who check a build. */

import type { WriteObserver } from "../json_patch/apply.ts";
import type { JsonPatch } from "../json_patch/read.ts";
import type { Image, ReplacementTarget } from "../kustomization/types.ts";
import type { Resource } from "../model/resource.ts";

/** What a patch consists of: a part of its target, or operations. */
export type PatchContent = { kind: "merge"; patch: Resource } | { kind: "json"; patch: JsonPatch };

export interface MatchObserver {
  /**
   * A patch is about to change a resource. What it returns is told when that is done, of each key that an operation
   * wrote.
   */
  patching(target: Resource, content: PatchContent): PatchWatch;
  /** The name of an image was compared with a field. */
  comparedImage(image: Image, text: string, matches: boolean): void;
  /** A target of a replacement selects so many resources. */
  selected(target: ReplacementTarget, count: number): void;
}

export interface PatchWatch extends WriteObserver {
  /** @param survives Whether the patch has left the resource there. */
  done(survives: boolean): void;
}
