/** The annotations in which kyaml stores the origin of a resource, each under a current and an older name. */

import {
  ID_NAMES as ID,
  INDEX_NAMES as INDEX,
  NAME_PAIRS as PAIRS,
  type NamePair,
  PATH_NAMES as PATH,
} from "../history/name_pairs.ts";
import type { Node } from "../yaml/tree/node.ts";
import { annotationsOf, setAnnotation } from "./annotations.ts";

export { ID, INDEX, type NamePair, PAIRS, PATH };

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
