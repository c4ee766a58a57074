/** What every transformer is: a change of a set of resources, without reading anything from outside. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import type { Schema } from "../schema/schema.ts";

/** What a transformer may use beside its own settings. */
export interface TransformContext {
  schema: Schema;
  /** Takes a warning; nothing is printed below `cli/`. */
  warn(warning: Diagnostic): void;
}

/** Changes `set` in place. Throws `KustError`. */
export interface Transformer {
  transform(set: ResourceSet, context: TransformContext): void;
}
