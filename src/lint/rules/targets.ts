/** Targets without conditions. */

import type { Patch, Selector } from "../../kustomization/types.ts";
import { placeOf } from "../../yaml/tree/place.ts";
import type { Rule } from "../gather/rule.ts";

export const emptyTargets: Rule = ({ entered, isNew }, report) => {
  for (const target of entered.filter(isNew)) {
    const { patches, replacements } = target.kustomization;
    const selectors = [
      ...patches.flatMap(({ target, node }: Patch) => target === undefined ? [] : [{ selector: target, node }]),
      ...replacements.flatMap(({ targets }) =>
        targets.flatMap(({ select, node }) => select === undefined ? [] : [{ selector: select, node }])
      ),
    ];
    for (const { selector, node } of selectors) {
      if (!isEmpty(selector)) continue;
      const at = selector.node ?? node;
      report.add({
        code: "target-matches-all",
        message: "the target has no condition, so it matches every resource",
        place: at && placeOf(at),
        hint: "add a kind, a name or a labelSelector; if every resource is meant, write 'kind: .*'",
      });
    }
  }
};

function isEmpty(selector: Selector): boolean {
  const { group, version, kind, name, namespace, annotationSelector, labelSelector } = selector;
  return [group, version, kind, name, namespace, annotationSelector, labelSelector].every((part) => part === "");
}
