/** Sorts the fields of resources, and a few lists whose order has no meaning. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { compareCodePoints } from "../../text/compare.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import { type Mapping, type Node, scalarText, type Sequence } from "../../yaml/tree/node.ts";
import { annotationsOf } from "../annotations.ts";
import { compareFields } from "../field_order.ts";
import type { Filter } from "../pipeline.ts";
import { pushAll } from "../../text/push_all.ts";

const FORMATTING = "config.kubernetes.io/formatting";

export const formatFilter: Filter = (items) => {
  for (const { root } of items) if (isFormatted(root) && root.kind === "mapping") format(root);
  return items;
};

function isFormatted(root: Node): boolean {
  const strategy = annotationsOf(root).get(FORMATTING) ?? "standard";
  if (strategy === "standard") return true;
  if (strategy === "none") return false;
  fail("invalid-value", `the annotation '${FORMATTING}' is "${strategy}"`, {
    ...atPlace(root),
    hint: "use standard or none",
  });
}

function format(root: Mapping): void {
  const [kind, apiVersion] = [root.get("kind"), root.get("apiVersion")];
  if (kind === undefined || apiVersion === undefined) return;
  const sortsLists = KINDS.includes(scalarText(kind)) && API_VERSIONS.includes(scalarText(apiVersion));
  const waiting: { node: Node; path: string }[] = [{ node: root, path: "" }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, path } = next;
    if (node.kind === "mapping") {
      node.entries.sort((a, b) => compareFields(scalarText(a.key), scalarText(b.key)));
      for (const { key, value } of node.entries) {
        waiting.push({ node: key, path }, { node: value, path: `${path}.${scalarText(key)}` });
      }
    } else if (node.kind === "sequence") {
      const field = LISTS.get(path);
      if (sortsLists && field !== undefined) sortList(node, field);
      pushAll(waiting, node.items.map((item) => ({ node: item, path })));
    }
  }
}

const KINDS = [
  "CronJob",
  "DaemonSet",
  "Deployment",
  "Job",
  "ReplicaSet",
  "StatefulSet",
  "ValidatingWebhookConfiguration",
];
const API_VERSIONS = [
  "apps/v1",
  "apps/v1beta1",
  "apps/v1beta2",
  "batch/v1",
  "batch/v1beta1",
  "extensions/v1beta1",
  "v1",
  "admissionregistration.k8s.io/v1",
];

/** Lists to sort, and the field of their elements to sort by; "" for texts. */
const LISTS = new Map([[".spec.template.spec.containers", "name"], [".webhooks.rules.operations", ""]]);

function sortList({ items }: Sequence, field: string): void {
  const textOf = (item: Node) =>
    field === "" ? scalarText(item) : item.kind === "mapping" ? scalarText(item.get(field)) : "";
  items.sort((a, b) => compareCodePoints(textOf(a), textOf(b)));
}
