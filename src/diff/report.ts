/** The differences between two builds, as data. */

import type { Resource } from "../model/resource.ts";
import type { Mapping, Node } from "../yaml/tree/node.ts";
import type { EffectCode } from "../diagnostics/codes/effects.ts";
import { unhashedName } from "./unhashed_name.ts";

/** The same resource on both sides; an added or removed one has only one side. */
export interface Pair {
  /** Undefined for an added resource. */
  before: Resource | undefined;
  /** Undefined for a removed resource. */
  after: Resource | undefined;
}

/** A field on one side. */
export interface FieldSide {
  /** JSON pointer in the resource of that side. */
  pointer: string;
  /** The value. Those of Secrets are replaced by `***`. */
  node: Node;
}

/** A field that differs. If it was added or removed, this is the outermost node only. */
export interface FieldChange {
  /** In the form that `kust explain` accepts: `spec.template.spec.containers[name=web].image`. */
  path: string;
  /** Undefined for an added field. */
  before: FieldSide | undefined;
  /** Undefined for a removed field. */
  after: FieldSide | undefined;
  /** For a list whose items moved: the former index of each item, or -1 for a new one. */
  order?: number[] | undefined;
  /** The value is in a Secret, and not shown. */
  isMasked: boolean;
  /** The resource with a new name that this reference follows. */
  follows?: Pair | undefined;
}

/** What a change does to the cluster. */
export interface Effect {
  /** Stable: docs/errors.md explains it. */
  code: EffectCode;
  /** A short description. */
  message: string;
  /** The field that causes the effect; absent if it is the whole resource. */
  change?: FieldChange | undefined;
}

/** A resource that was added, removed or changed. */
export interface ResourceChange extends Pair {
  /** The objects without ignored fields and without the values of Secrets, so that they may be shown. */
  shown: { before: Mapping | undefined; after: Mapping | undefined };
  /** Fields that differ, except for `follows`. None for an added or removed resource. */
  fields: FieldChange[];
  /** References that differ because another resource, or this one, has a new name. */
  following: FieldChange[];
  /** The number of references in other resources that follow the new name of this one. */
  references: number;
  /** What the change does to the cluster. */
  effects: Effect[];
}

/** `follows`: only references to new names differ. */
export type ChangeKind = "added" | "removed" | "changed" | "follows";

export function kindOfChange({ before, after, fields, following }: ResourceChange): ChangeKind {
  if (before === undefined) return "added";
  if (after === undefined) return "removed";
  return fields.length === 0 && !following.some(isOwnName) ? "follows" : "changed";
}

/** Whether a field is a part of the resource's id. */
export function isOwnName({ path }: Pick<FieldChange, "path">): boolean {
  return path === "metadata.name" || path === "metadata.namespace";
}

/** Whether only the hash in the name of a ConfigMap or Secret changed. */
export function hasNewHash({ before, after, following }: ResourceChange): boolean {
  return following.some(isOwnName) && before?.namespace === after?.namespace &&
    baseName(before) === baseName(after);
}

function baseName(resource: Resource | undefined): string | undefined {
  return resource && unhashedName(resource);
}
