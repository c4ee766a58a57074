/** The annotations in which kyaml stores the origin of a resource, each under a current and an older name. */

import { INTERNAL } from "../history/history_annotations.ts";
import type { Node } from "../yaml/tree/node.ts";
import { annotationsOf, setAnnotation } from "./annotations.ts";

export interface NamePair {
  present: string;
  legacy: string;
}

export const PATH: NamePair = { present: `${INTERNAL}path`, legacy: "config.kubernetes.io/path" };
export const INDEX: NamePair = { present: `${INTERNAL}index`, legacy: "config.kubernetes.io/index" };
export const ID: NamePair = { present: `${INTERNAL}id`, legacy: "config.k8s.io/id" };

export const PAIRS: readonly NamePair[] = [PATH, INDEX, ID];

/** Adds the missing name of each annotation that has only one of the two. */
export function copyLegacyAnnotations(root: Node): void {
  for (const { present, legacy } of PAIRS) {
    const annotations = annotationsOf(root);
    const [now, before] = [annotations.get(present) ?? "", annotations.get(legacy) ?? ""];
    if (now !== "" && before === "") setAnnotation(root, legacy, now);
    if (now === "" && before !== "") setAnnotation(root, present, before);
  }
}

/** The path under either name; "" if there is none. */
export function pathOf(root: Node): string {
  const annotations = annotationsOf(root);
  return annotations.get(PATH.present) ?? annotations.get(PATH.legacy) ?? "";
}
