/** The type of rules. */

import type { Report } from "./collector.ts";
import type { BuildFacts } from "./facts.ts";

/** Inspects the facts about a build, and reports mistakes. Changes nothing. */
export type Rule = (facts: BuildFacts, report: Report) => void;
