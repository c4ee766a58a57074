/** Entries of `replicas` that set the number that is there already. */

import { placeOf } from "../../../yaml/tree/node.ts";
import type { Rule } from "../../gather/rule.ts";

export const replicas: Rule = ({ replicas, gathered }, report) => {
  if (gathered === undefined) return;
  for (const [{ name, count, node }, changes] of replicas) {
    report.judge(changes, { code: "replicas-change-nothing", place: node && placeOf(node) }, () => ({
      message: `'${name}' has ${count} replicas already`,
      hint: "drop the entry, or set another number",
    }));
  }
};
