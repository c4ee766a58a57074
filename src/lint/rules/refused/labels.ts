/** Labels and annotations that Kubernetes rejects. */

import { describeId } from "../../../model/res_id.ts";
import type { Resource } from "../../../model/resource.ts";
import { escapePart } from "../../../text/json_pointer.ts";
import { placeOf } from "../../../yaml/tree/place.ts";
import { scalarText } from "../../../yaml/tree/node.ts";
import { tagOf } from "../../../yaml/scalar/resolve.ts";
import { describeNode } from "../../../yaml/value/describe_node.ts";
import type { Report } from "../../gather/collector.ts";
import { faultOfKey, faultOfLabelValue, isPlaceholder, isText } from "../../gather/kube_names.ts";
import { atField } from "../../gather/place.ts";
import { type At, fieldAt, podSpecPath } from "../../gather/pods.ts";
import type { Rule } from "../../gather/rule.ts";

export const labelsAndAnnotations: Rule = ({ gathered }, report) => {
  for (const resource of gathered?.set.resources ?? []) {
    for (const metadata of metadataOf(resource)) {
      for (const field of ["labels", "annotations"] as const) {
        const map = fieldAt(metadata, field);
        if (map !== undefined) checkMap(resource, map, field, report);
      }
    }
  }
};

/** The metadata of the object, and of the pods that it creates. */
function metadataOf(resource: Resource): At[] {
  const top: At = { node: resource.node, pointer: "" };
  const path = podSpecPath(resource.gvk)?.slice(0, -1) ?? [];
  let template: At | undefined = path.length === 0 ? undefined : top;
  for (const step of path) template = template && fieldAt(template, step);
  return [top, template].flatMap((at) => (at && fieldAt(at, "metadata")) ?? []);
}

function checkMap(resource: Resource, { node, pointer }: At, field: "labels" | "annotations", report: Report): void {
  const what = field === "labels" ? "label" : "annotation";
  const code = field === "labels" ? "refused-label" : "refused-annotation";
  for (const { key, value } of node.kind === "mapping" ? node.entries : []) {
    const name = scalarText(key);
    const at = `${pointer}/${escapePart(name)}`;
    const text = scalarText(value);
    const isGood = value.kind === "scalar" && (isText(value) || tagOf(value) === "!!null");
    const fault = isPlaceholder(name) ? undefined : faultOfKey(name);
    const owner = describeId(resource.id);
    if (fault !== undefined) {
      const node = placeOf(key) === undefined ? value : key;
      const message = `invalid key '${name}' for a ${what} of ${owner}`;
      report.output({ code, ...atField(resource, { node, pointer: at }), message, hint: fault });
    } else if (!isGood) {
      const message = `the ${what} '${name}' of ${owner} must be a string, found ${describeNode(value)}`;
      report.output({ code, ...atField(resource, { node: value, pointer: at }), message, hint: "put it in quotes" });
    } else if (field === "labels" && !isPlaceholder(text)) {
      const wrong = faultOfLabelValue(text);
      const message = `invalid value '${text}' for the label '${name}' of ${owner}`;
      if (wrong !== undefined) {
        report.output({ code, ...atField(resource, { node: value, pointer: at }), message, hint: wrong });
      }
    }
  }
}
