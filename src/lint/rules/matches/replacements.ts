/** Targets of replacements that select no resource. */

import { placeOf } from "../../../yaml/tree/place.ts";
import { meantResources } from "../../../model/suggestions.ts";
import type { Rule } from "../../gather/rule.ts";

export const replacementTargets: Rule = ({ selections, gathered }, report) => {
  if (gathered === undefined) return;
  for (const [{ select, node }, count] of selections) {
    const at = select?.node ?? node;
    report.judge(count > 0, { code: "replacement-without-target", place: at && placeOf(at) }, () => ({
      message: "the target of the replacement selects no resource",
      ...(select === undefined ? {} : meantResources(select, gathered.set.resources)),
    }));
  }
};
