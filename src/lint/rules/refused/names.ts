/** Objects that Kubernetes rejects because of their name or apiVersion. */

import { describeId } from "../../../model/res_id.ts";
import type { Resource } from "../../../model/resource.ts";
import { describeNode } from "../../../yaml/value/describe_node.ts";
import { tagOf } from "../../../yaml/scalar/resolve.ts";
import type { Report } from "../../gather/collector.ts";
import { faultOfName, isPlaceholder, isText } from "../../gather/kube_names.ts";
import { atField } from "../../gather/place.ts";
import type { Rule } from "../../gather/rule.ts";

export const names: Rule = ({ gathered }, report) => {
  for (const resource of gathered?.set.resources ?? []) {
    const { gvk: { kind, group }, id } = resource;
    checkApiVersion(resource, report);
    check(resource, "name", (name) => faultOfName(name, kind, group), `a ${kind}`, report);
    const faultOf = (name: string) => name === "" ? undefined : faultOfName(name, "Namespace", "");
    check(resource, "namespace", faultOf, describeId(id), report);
  }
};

function checkApiVersion(resource: Resource, report: Report): void {
  if (resource.apiVersion !== "") return;
  report.output({
    code: "missing-api-version",
    ...atField(resource, { node: resource.node, pointer: "" }),
    message: `${describeId(resource.id)} has no apiVersion`,
    hint: "add the field 'apiVersion'",
  });
}

/** The API accepts only strings. */
function check(
  resource: Resource,
  field: "name" | "namespace",
  faultOf: (text: string) => string | undefined,
  owner: string,
  report: Report,
): void {
  const node = resource.metadata?.get(field);
  if (node?.kind !== "scalar" || tagOf(node) === "!!null" || isPlaceholder(node.value)) return;
  const { value } = node;
  const [message, hint] = isText(node) ? [`invalid ${field} '${value}' for ${owner}`, faultOf(value)] : [
    `the ${field} of this ${resource.kind} must be a string, found ${describeNode(node)}`,
    `put it in quotes: ${field}: "${value}"`,
  ];
  if (hint === undefined) return;
  const at = atField(resource, { node, pointer: `/metadata/${field}` }, faultOf);
  report.output({ code: "refused-name", ...at, message, hint });
}
