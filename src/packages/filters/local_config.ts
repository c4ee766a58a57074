/** Drops resources that are only for tools, or all others. */

import { LOCAL_CONFIG } from "../../history/function_annotations.ts";
import { annotationsOf } from "../annotations.ts";
import type { Filter } from "../pipeline.ts";

/** @param flags Those of `cfg cat` and `cfg tree`. */
export function localConfigFilter(flags: { "include-local": boolean; "exclude-non-local": boolean }): Filter {
  return (items) =>
    items.filter(({ root }) =>
      // Any value counts, even "false".
      annotationsOf(root).has(LOCAL_CONFIG) ? flags["include-local"] : !flags["exclude-non-local"]
    );
}
