/** What two builds differ in, as data. */

import type { Resource } from "../model/resource.ts";
import type { Mapping, Node } from "../yaml/tree/node.ts";
import type { EffectCode } from "../diagnostics/codes/effects.ts";
import { unhashedName } from "./unhashed_name.ts";

/** The same resource on both sides; one that is new or gone has a single side. */
export interface Pair {
  /** Undefined for a new resource. */
  before: Resource | undefined;
  /** Undefined for one that is gone. */
  after: Resource | undefined;
}

/** What a field is on one side. */
export interface FieldSide {
  /** JSON pointer in the resource of that side. */
  pointer: string;
  /** The value. Those of Secrets are replaced by `***`. */
  node: Node;
}

/** A field that differs. If it was added or removed, this is the outermost node only. */
export interface FieldChange {
  /** As `kust explain` takes it: `spec.template.spec.containers[name=web].image`. */
  path: string;
  /** Undefined for a new field. */
  before: FieldSide | undefined;
  /** Undefined for one that is gone. */
  after: FieldSide | undefined;
  /** Items of a list that are the same but in another order: for each item after, its index before, or -1. */
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
  /** What happens, in a few words. */
  message: string;
  /** The field that has the effect; absent if it is the resource. */
  change?: FieldChange | undefined;
}

/** A resource that is new, gone or changed. */
export interface ResourceChange extends Pair {
  /** The objects as they may be shown: without what is ignored and without the values of Secrets. */
  shown: { before: Mapping | undefined; after: Mapping | undefined };
  /** Fields that differ for reasons of their own. None for a resource that is new or gone. */
  fields: FieldChange[];
  /** References that differ because another resource, or this one, has a new name. */
  following: FieldChange[];
  /** How many references in other resources follow the new name of this one. */
  references: number;
  /** What that does to the cluster. */
  effects: Effect[];
}

/** `follows`: only references to new names differ. */
export type ChangeKind = "added" | "removed" | "changed" | "follows";

export function kindOfChange({ before, after, fields, following }: ResourceChange): ChangeKind {
  if (before === undefined) return "added";
  if (after === undefined) return "removed";
  return fields.length === 0 && !following.some(isOwnName) ? "follows" : "changed";
}

/** Whether a field is a part of what identifies the resource. */
export function isOwnName({ path }: Pick<FieldChange, "path">): boolean {
  return path === "metadata.name" || path === "metadata.namespace";
}

/** A ConfigMap or Secret whose hash is another, and nothing else of its name. */
export function hasNewHash({ before, after, following }: ResourceChange): boolean {
  return following.some(isOwnName) && before?.namespace === after?.namespace &&
    baseName(before) === baseName(after);
}

function baseName(resource: Resource | undefined): string | undefined {
  return resource && unhashedName(resource);
}
