/** The values of a kustomization file in an edit, as described by the field table, read and written as in Go. */

import * as changes from "../kustomization/change_fields.ts";
import type { Edited } from "../kustomization/field_type.ts";
import * as table from "../kustomization/fields.ts";
import type * as generators from "../kustomization/generator_fields.ts";
import type { Node } from "../yaml/tree/node.ts";
import { sameValue } from "./keep/same_value.ts";
import { structCodec } from "./struct_codec.ts";

/** The whole file. */
export const kustomization = structCodec(table.kustomization);
const patch = structCodec(changes.patch);

export type { FieldName } from "../kustomization/fields.ts";
export type Kustomization = Edited<typeof table.kustomization>;
export type GeneratorOptions = Edited<typeof generators.generatorOptions>;
export type SecretArgs = Edited<typeof generators.secretArgs>;
export type Selector = Edited<typeof changes.selector>;
export type Patch = Edited<typeof changes.patch>;
export type Image = Edited<typeof changes.image>;
export type Replica = Edited<typeof changes.replica>;
export type Label = Edited<typeof changes.label>;
export type Variable = Edited<typeof changes.variable>;
export type Replacement = Edited<typeof changes.replacementEntry>;
export type ReplacementTarget = Edited<typeof changes.replacementTarget>;
export type ReplacementOptions = Edited<typeof changes.replacementOptions>;

/** The current values of a kustomization; an empty file has none. Throws `KustError` if it is not a kustomization. */
export function decodeKustomization(root: Node | undefined): Kustomization {
  return root === undefined ? {} : kustomization.decode(root, "", undefined);
}

export function encodePatch(value: Patch): Node {
  return patch.encode(value);
}

/** Whether two patches are equal: an empty target differs from a missing one. */
export function samePatch(a: Patch, b: Patch): boolean {
  return sameValue(patch.encode(a), patch.encode(b));
}
