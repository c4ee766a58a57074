/** A build of several kustomizations, as the command line asks for it. */

import type { TargetChoice } from "../../targets/find_targets.ts";

export interface ManyRequest {
  paths: readonly string[];
  /** `--all`: every kustomization in and below the one path. */
  all: boolean;
  /** `-o`: the output folder, created if it is missing, or `-` for standard output. */
  output: string;
  /** Form of the report: `human`, `json` or `github`. */
  format: string;
  /** Whether findings of `lint` are errors. */
  strict: boolean;
  /** Whether to report only errors. */
  quiet: boolean;
  "fail-fast": boolean;
  profile: boolean;
  /** Whether to build again whenever something changes. */
  watch: boolean;
  choice: TargetChoice;
}
