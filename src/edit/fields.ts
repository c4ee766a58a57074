/** The values of a kustomization file in an edit, as described by the field table, read and written as in Go. */

import type { Compat, Release } from "../compat/compat.ts";
import type * as changes from "../kustomization/change_fields.ts";
import type { Edited } from "../kustomization/field_type.ts";
import * as table from "../kustomization/fields.ts";
import type * as generators from "../kustomization/generator_fields.ts";
import type { Node, Sequence } from "../yaml/tree/node.ts";
import type { Codec } from "./codec.ts";
import { type StructCodec, structCodec } from "./struct_codec.ts";

/** The codec of the whole file. */
export type FileCodec = StructCodec<typeof table.kustomization.fields>;

const codecs = new Map<Release, FileCodec>();

/** The codec of a kustomization file in a release. */
export function fileCodec(compat: Compat): FileCodec {
  const codec = codecs.get(compat.release) ?? structCodec(table.kustomization, compat);
  codecs.set(compat.release, codec);
  return codec;
}

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

type ListField = "patches" | "configMapGenerator" | "secretGenerator";

/** An entry of a list, as it is written. */
export function encodeEntry(codec: FileCodec, field: ListField, entry: Patch | SecretArgs): Node {
  const { encode }: Codec<unknown> = codec.fields[field];
  return (encode([entry]) as Sequence).items[0]!;
}

/** The current values of a kustomization; an empty file has none. Throws `KustError` if it is not a kustomization. */
export function decodeKustomization(root: Node | undefined, codec: FileCodec): Kustomization {
  return root === undefined ? {} : codec.decode(root, "", undefined);
}
