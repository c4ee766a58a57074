/** What a rule is. */

import type { Report } from "./collector.ts";
import type { BuildFacts } from "./facts.ts";

/** Looks at what was gathered of a build, and reports what is wrong. Changes nothing. */
export type Rule = (facts: BuildFacts, report: Report) => void;
