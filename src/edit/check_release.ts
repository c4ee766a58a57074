/** Fields that came with a later release of kustomize than the one in force. */

import type { Compat } from "../compat/compat.ts";
import { failUnknownField } from "../kustomization/field_errors.ts";
import type { Fields, FieldType } from "../kustomization/field_type.ts";
import { kustomization } from "../kustomization/fields.ts";
import { followAlias } from "../yaml/value/plain.ts";
import type { Node } from "../yaml/tree/node.ts";
import { fieldNamed } from "./struct_codec.ts";
import { ownValue } from "../text/own_value.ts";

/** Throws `unknown-field` for a field of a kustomization that the release does not have. */
export function checkRelease(root: Node | undefined, compat: Compat): void {
  if (root !== undefined) check(root, kustomization, "the kustomization", compat);
}

function check(given: Node, type: FieldType, where: string, compat: Compat): void {
  const node = followAlias(given);
  if (type.kind === "pointer") return check(node, type.to, where, compat);
  if (type.kind === "list" && node.kind === "sequence") {
    for (const item of node.items) check(item, type.element, where, compat);
  }
  if (type.kind !== "struct" || node.kind !== "mapping") return;
  const fields: Fields = type.fields;
  for (const { key, value } of node.entries) {
    const name = key.kind === "scalar" ? fieldNamed(fields, key.value) : undefined;
    const field = name === undefined ? undefined : ownValue(fields, name);
    if (name === undefined || field === undefined) continue;
    const { behaviour } = field;
    if (behaviour !== undefined && !compat.has(behaviour)) failUnknownField(name, key, where, knownIn(fields, compat));
    check(value, field, name, compat);
  }
}

function knownIn(fields: Fields, compat: Compat): string[] {
  return Object.entries(fields).filter(([, { behaviour }]) => behaviour === undefined || compat.has(behaviour))
    .map(([name]) => name);
}
