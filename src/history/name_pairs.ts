/** The annotations for functions that kyaml has under two names: a function may use either. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Node } from "../yaml/tree/node.ts";
import { atPlace } from "../yaml/tree/place.ts";
import { INDEX, NUMBER, OLD_INDEX, OLD_NUMBER, OLD_PATH, PATH } from "./function_annotations.ts";

export interface NamePair {
  present: string;
  legacy: string;
}

export const PATH_NAMES: NamePair = { present: PATH, legacy: OLD_PATH };
export const INDEX_NAMES: NamePair = { present: INDEX, legacy: OLD_INDEX };
export const ID_NAMES: NamePair = { present: NUMBER, legacy: OLD_NUMBER };

/** In the order in which kyaml adds a name that is missing. */
export const NAME_PAIRS: readonly NamePair[] = [PATH_NAMES, INDEX_NAMES, ID_NAMES];

export function failMismatch(node: Node, { present, legacy }: NamePair): never {
  fail("conflicting-annotations", `the annotations '${present}' and '${legacy}' differ`, {
    ...atPlace(node),
    hint: "they are two names of the same annotation: remove one of them",
  });
}
