/** Replaces `$(NAME)` in the fields of a resource that allow it. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { describe, type Location, withPlace } from "../../model/fields/field_error.ts";
import type { FieldSpecs } from "../../model/fields/spec.ts";
import type { Resource } from "../../model/resource.ts";
import type { Node, Scalar } from "../../yaml/tree/node.ts";
import { isMade, tagOf } from "../../yaml/scalar/resolve.ts";
import { expandVars, type ValueOf } from "./expansion.ts";

/** Replaces the vars in every text that `specs` select, in the values of mappings there, and in the items of lists. */
export function replaceVars(resource: Resource, specs: FieldSpecs, valueOf: ValueOf): void {
  specs.visit(resource, undefined, (field, at) => replaceInField(field, at, valueOf));
}

function replaceInField(field: Node, at: Location, valueOf: ValueOf): void {
  switch (field.kind) {
    case "scalar":
      if (isText(field)) replaceInScalar(field, valueOf);
      return;
    case "mapping":
      for (const { key, value } of field.entries) {
        if (!isText(key)) failType("its keys must be strings", key, at);
        if (isText(value)) replaceInScalar(value, valueOf);
      }
      return;
    case "sequence":
      for (const item of field.items) {
        if (!isText(item)) failType("its items must be strings", item, at);
        replaceInScalar(item, valueOf);
      }
      return;
    case "alias":
      return replaceInField(field.target, at, valueOf);
  }
}

/** A generated scalar without a tag counts as text, whatever it looks like. */
function isText(node: Node): node is Scalar {
  if (node.kind !== "scalar") return false;
  return isMade(node) || tagOf(node) === "!!str";
}

/** Resets the style even if nothing is replaced: as soon as there is a var, kustomize rewrites every such field. */
function replaceInScalar(scalar: Scalar, valueOf: ValueOf): void {
  const { text, tag } = expandVars(scalar.value, valueOf);
  scalar.value = text;
  scalar.tag = tag;
  scalar.style = "plain";
}

function failType(expected: string, node: Node, at: Location): never {
  fail("wrong-type", `${at.path} of ${describe(at)} may contain vars: ${expected}`, withPlace(node, at));
}
