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

/** A configured transformer: changes `set` in place. Throws `KustError`. Only external plugins return a promise. */
export type Transform = (set: ResourceSet, context: TransformContext) => void | Promise<void>;
