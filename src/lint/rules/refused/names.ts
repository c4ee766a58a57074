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
    checkApiVersion(resource, report);
    checkName(resource, report);
    checkNamespace(resource, report);
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

function checkName(resource: Resource, report: Report): void {
  const node = resource.metadata?.get("name");
  if (node?.kind !== "scalar") return;
  const at = { ...atField(resource, { node, pointer: "/metadata/name" }) };
  if (!isText(node)) return refuseType(resource, "name", report);
  const { gvk, kind, name } = resource;
  const fault = isPlaceholder(name) ? undefined : faultOfName(name, kind, gvk.group);
  if (fault === undefined) return;
  report.output({ code: "refused-name", ...at, message: `invalid name '${name}' for a ${kind}`, hint: fault });
}

function checkNamespace(resource: Resource, report: Report): void {
  const node = resource.metadata?.get("namespace");
  if (node?.kind !== "scalar" || node.value === "" || isPlaceholder(node.value)) return;
  if (!isText(node)) return refuseType(resource, "namespace", report);
  const fault = faultOfName(node.value, "Namespace", "");
  if (fault === undefined) return;
  report.output({
    code: "refused-name",
    ...atField(resource, { node, pointer: "/metadata/namespace" }),
    message: `invalid namespace '${node.value}' for ${describeId(resource.id)}`,
    hint: fault,
  });
}

/** The API accepts only strings there. */
function refuseType(resource: Resource, field: "name" | "namespace", report: Report): void {
  const node = resource.metadata?.get(field);
  if (node?.kind !== "scalar" || tagOf(node) === "!!null") return;
  report.output({
    code: "refused-name",
    ...atField(resource, { node, pointer: `/metadata/${field}` }),
    message: `the ${field} of this ${resource.kind} must be a string, found ${describeNode(node)}`,
    hint: `put it in quotes: ${field}: "${node.value}"`,
  });
}
