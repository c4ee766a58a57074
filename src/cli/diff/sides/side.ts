/** The two sides of a comparison. */

import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Resource } from "../../../model/resource.ts";
import type { Read } from "../../../reads/read.ts";
import type { StepObserver } from "../../../trace/step.ts";
import type { Schema } from "../../../schema/schema.ts";

/** The source of the resources on one side. */
export interface Side {
  /** For people: a folder, a commit, a file. */
  label: string;
  build(how?: Building): Promise<SideResult>;
}

export interface Building {
  /** Whether to record what the build reads. */
  reads?: boolean;
  /** Told of the steps of the build. */
  steps?: StepObserver;
}

export interface SideResult {
  resources: readonly Resource[];
  errors: readonly Diagnostic[];
  warnings: readonly Diagnostic[];
  schema?: Schema | undefined;
  reads?: readonly Read[] | undefined;
}

export interface Comparison {
  /** The folder, as the user names it. */
  target: string;
  before: Side;
  after: Side;
  /** Whether the labels name what is compared, and not where the target is: `kust diff A B`. */
  isOfPaths?: boolean;
  /** The hash of the commit that `before` is from. */
  commit?: string;
  /**
   * Whether nothing has changed that the build can read or, after the build, has read, so that both sides are equal.
   * Absent if this is unknown.
   */
  isUntouched?: (after?: SideResult) => boolean;
}

export interface Comparisons {
  comparisons: Comparison[];
  /** Folders that could not be searched for targets. */
  problems: readonly Diagnostic[];
}
