/** The error of an object whose hash is not known. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import type { Node } from "../../yaml/tree/node.ts";

/** @param reason Why it is not known, as a clause. */
export function failUnhashable(reason: string, node: Node): never {
  fail("unhashable-kind", `the name suffix hash of this object is not known, because ${reason}`, {
    ...atPlace(node),
    hint: "request no hash: remove the annotation that does, or set 'disableNameSuffixHash: true'",
  });
}
