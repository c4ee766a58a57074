/** The two sides of a comparison. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Resource } from "../../model/resource.ts";
import type { Schema } from "../../schema/schema.ts";

/** Where the resources of one side come from. */
export interface Side {
  /** For people: a folder, a commit, a file. */
  label: string;
  /** @param trace Whether to record what set each field. The resources are the same, in the same order. */
  build(trace: boolean): Promise<SideResult>;
}

export interface SideResult {
  resources: readonly Resource[];
  errors: readonly Diagnostic[];
  warnings: readonly Diagnostic[];
  schema?: Schema | undefined;
}

export interface Comparison {
  /** The folder, as the user names it. */
  target: string;
  before: Side;
  after: Side;
  /** Nothing that the builds can read differs, so that they need not be compared. */
  isUntouched?: boolean;
}

export interface Comparisons {
  comparisons: Comparison[];
  /** Folders that could not be searched for targets. */
  problems: readonly Diagnostic[];
}
