/** Entries of `replicas` that set the existing number. */

import { placeOf } from "../../../yaml/tree/place.ts";
import type { Rule } from "../../gather/rule.ts";

export const replicas: Rule = ({ replicas, gathered }, report) => {
  if (gathered === undefined) return;
  for (const [{ name, count, node }, changes] of replicas) {
    report.judge(changes, { code: "replicas-change-nothing", place: node && placeOf(node) }, () => ({
      message: `'${name}' already has ${count} replicas`,
      hint: "remove the entry, or set another number",
    }));
  }
};
