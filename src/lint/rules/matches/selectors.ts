/** Labels that are also added to selectors, which are immutable once a workload is deployed. */

import type { Node } from "../../../yaml/tree/node.ts";
import { partOf, placeOf } from "../../../yaml/tree/place.ts";
import type { Report } from "../../gather/collector.ts";
import type { Rule } from "../../gather/rule.ts";

/** Keys whose values change from release to release. */
const CHANGING =
  /^(?:version|chart|release-?(?:date|version)|build|commit|revision|git-?(?:sha|commit)|sha|timestamp|helm\.sh\/chart|app\.kubernetes\.io\/version|.*\/(?:version|commit|revision))$/i;

export const selectorLabels: Rule = ({ entered, isNew }, report) => {
  for (const { kustomization } of entered.filter(isNew)) {
    const { commonLabels, labels, node } = kustomization;
    checkPairs([...commonLabels.keys()], node.get("commonLabels"), "commonLabels", report);
    for (const label of labels) {
      if (!label.includeSelectors) continue;
      checkPairs([...label.pairs.keys()], partOf(label.node, "pairs"), "includeSelectors", report);
    }
  }
};

function checkPairs(keys: readonly string[], node: Node | undefined, field: string, report: Report): void {
  const [first] = keys;
  if (first === undefined || node === undefined) return;
  const hint = "add it with 'labels' without includeSelectors; includeTemplates also adds it to pods";
  const changing = keys.filter((key) => CHANGING.test(key));
  for (const key of changing) {
    const entry = node.kind === "mapping" ? node.entry(key) : undefined;
    report.add({
      code: "changing-selector",
      message: `${field} adds '${key}' to selectors: when its value changes, the cluster rejects the workloads`,
      place: placeOf(entry?.key ?? node),
      hint,
    });
  }
  if (changing.length > 0) return;
  report.add({
    code: "label-in-selector",
    message: `${field} adds ${
      keys.map((key) => `'${key}'`).join(", ")
    } to selectors, which cannot change once deployed`,
    place: placeOf(node.kind === "mapping" ? node.entries[0]?.key ?? node : node),
    hint,
  });
}
