/** Effects on whole objects: removed, renamed, scaled to zero; and changed images. */

import type { EffectCode } from "../../diagnostics/codes/effects.ts";
import { type Node, scalarText } from "../../yaml/tree/node.ts";
import type { Effect, FieldChange, ResourceChange } from "../report.ts";
import { hasNewHash, isOwnName } from "../report.ts";
import { unhashedName } from "../unhashed_name.ts";
import { touches } from "./field_at.ts";
import { ownValue } from "../../text/own_value.ts";

const REMOVED: Readonly<Record<string, { code: EffectCode; message: string }>> = {
  PersistentVolumeClaim: { code: "removed-volume-claim", message: "its data may be lost" },
  Namespace: { code: "removed-namespace", message: "everything in it is deleted" },
  CustomResourceDefinition: { code: "removed-crd", message: "all objects of its kind are deleted" },
};

/** A renamed object is removed under its old name. */
export function* removed(change: ResourceChange): Iterable<Effect> {
  const { before, after } = change;
  const found = before && ownValue(REMOVED, before.kind);
  if (found !== undefined && (after === undefined || isRenamed(change))) yield found;
}

export function* renamed(change: ResourceChange): Iterable<Effect> {
  if (!isRenamed(change) || hasNewHash(change)) return;
  const [before, after] = [change.before!, change.after!];
  const name = unhashedName(before);
  const from = before.namespace === after.namespace ? name : `${before.namespace || "default"}/${name}`;
  yield {
    code: "renamed-resource",
    message: `was ${from}: a new one is created, the old one stays until it is pruned`,
  };
}

/** Only for an object on both sides. */
function isRenamed({ fields, following }: ResourceChange): boolean {
  return [...fields, ...following].some(isOwnName);
}

const SCALED = ["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController", "Rollout"];

export function* scaledToZero({ after, fields }: ResourceChange): Iterable<Effect> {
  if (after === undefined || !SCALED.includes(after.kind)) return;
  const change = fields.find((field) => touches(field, "/spec/replicas"));
  if (change?.after !== undefined && scalarText(change.after.node) === "0" && textOf(change.before?.node) !== "0") {
    yield { code: "scaled-to-zero", message: "no pod is left", change };
  }
}

function textOf(node: Node | undefined): string {
  return node === undefined ? "" : scalarText(node);
}

const IMAGE = /\/(containers|initContainers|ephemeralContainers)\/\d+\/image$/;

export function* changedImages({ fields }: ResourceChange): Iterable<Effect> {
  for (const change of fields.filter(isImage)) {
    yield {
      code: "image-changed",
      message: `${textOf(change.before?.node)} -> ${textOf(change.after?.node)}`,
      change,
    };
  }
}

function isImage({ before, after }: FieldChange): boolean {
  return before !== undefined && after !== undefined && IMAGE.test(after.pointer);
}
