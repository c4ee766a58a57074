/** Changes that replace pods, and their causes. */

import type { Resource } from "../../model/resource.ts";
import type { Effect, ResourceChange } from "../report.ts";
import { unhashedName } from "../unhashed_name.ts";
import { allChanges, textAt, touches } from "./field_at.ts";

/** Kinds that replace their pods when the template changes. */
const ROLLING = ["Deployment", "StatefulSet", "DaemonSet", "Rollout"];

export function* replacedPods(change: ResourceChange): Iterable<Effect> {
  const { before, after } = change;
  if (before === undefined || after === undefined || !ROLLING.includes(after.kind)) return;
  if (before.name !== after.name || before.namespace !== after.namespace) return;
  if (textAt(after.node, "spec", "replicas") === "0") return;
  const changes = allChanges(change).filter((field) => touches(field, "/spec/template"));
  if (changes.length === 0) return;
  const causes = changes.flatMap(({ follows }) => follows?.after === undefined ? [] : [nameOf(follows.after)]);
  const cause = causes.length === 0 ? "" : ` (${[...new Set(causes)].join(", ")})`;
  const when = waitsForDeletion(after) ? "pods are replaced once they are deleted" : "pods are replaced";
  yield { code: "pods-replaced", message: `${when}${cause}`, change: changes[0] };
}

/** Whether the change of this resource replaces pods. */
export function replacesPods({ effects }: ResourceChange): boolean {
  return effects.some(({ code }) => code === "pods-replaced");
}

/** `ConfigMap web-env` */
function nameOf(resource: Resource): string {
  return `${resource.kind} ${unhashedName(resource)}`;
}

function waitsForDeletion({ node }: Resource): boolean {
  return textAt(node, "spec", "updateStrategy", "type") === "OnDelete";
}
