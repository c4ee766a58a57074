/** Writes an edited file like kustomize: the existing fields in their order with their comments, then the new ones. */

import { Mapping, stringScalar } from "../yaml/tree/node.ts";
import { print } from "../yaml/write/print.ts";
import type { Codec } from "./codec.ts";
import { commentedFields } from "./comments.ts";
import type { EditedFile } from "./edited_file.ts";
import type { FieldName } from "./fields.ts";

export function rewrite(file: EditedFile): string {
  const present = commentedFields(file.source);
  const had = new Set(present.map(({ field }) => field));
  const order = Object.keys(file.codec.fields) as FieldName[];
  const parts = present.map(({ field, comment }) => comment + fieldText(file, field));
  for (const field of order) {
    if (!had.has(field)) parts.push(fieldText(file, field));
  }
  return parts.join("");
}

/** The field with its value; nothing if it is empty. */
function fieldText({ fields, codec: { fields: codecs } }: EditedFile, field: FieldName): string {
  const codec: Codec<unknown> = codecs[field];
  const value = fields[field];
  if (value === undefined || codec.isEmpty(value)) return "";
  return print(new Mapping([{ key: stringScalar(field), value: codec.encode(value) }]));
}
