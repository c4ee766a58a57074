/** Structs: objects whose fields are known. */

import { jsonEntries, unknownField } from "../kustomization/object_reader.ts";
import { Mapping } from "../yaml/tree/node.ts";
import { asMapping, type Codec, type Of } from "./codec.ts";

/** The fields of a struct by name. */
export type FieldTable = Readonly<Record<string, Codec<unknown>>>;

/** A struct's values. A field that is absent has Go's zero value. */
export type StructOf<F extends FieldTable> = { -readonly [Name in keyof F]?: Of<F[Name]> | undefined };

/** A struct's codec knows its fields, for walking a file beside its values. */
export interface StructCodec<F extends FieldTable> extends Codec<StructOf<F>> {
  readonly fields: F;
}

/** A struct that is a value in Go: a field of this type is always written. */
export function struct<F extends FieldTable>(fields: F): StructCodec<F> {
  return {
    fields,
    decode: (node, where, previous) => {
      const mapping = asMapping(node, where);
      return mapping === undefined ? previous ?? {} : decodeFields(fields, mapping, where, previous);
    },
    encode: (value) => encodeFields(fields, value),
    isEmpty: () => false,
    zero: () => encodeFields(fields, {}),
    always: true,
  };
}

/** Decodes in the order of the names, as Go's encoder sorts them: of two that differ in case alone, the last one counts. */
function decodeFields<F extends FieldTable>(
  fields: F,
  mapping: Mapping,
  where: string,
  previous: StructOf<F> | undefined,
): StructOf<F> {
  const result: Record<string, unknown> = { ...previous };
  const members = [...jsonEntries(mapping)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, { key, value }] of members) {
    const field = fieldNamed(fields, name) ??
      unknownField(name, key, where || "the kustomization", Object.keys(fields));
    result[field] = fields[field]!.decode(value, where === "" ? field : `${where}.${field}`, result[field]);
  }
  return result as StructOf<F>;
}

/** The field that a key stands for: names are compared without case. */
export function fieldNamed(fields: FieldTable, name: string): string | undefined {
  if (Object.hasOwn(fields, name)) return name;
  const folded = name.toLowerCase();
  return Object.keys(fields).find((field) => field.toLowerCase() === folded);
}

function encodeFields<F extends FieldTable>(fields: F, value: StructOf<F>): Mapping {
  const mapping = new Mapping();
  for (const [name, codec] of Object.entries(fields)) {
    const content = value[name];
    if (content !== undefined && (codec.always || !codec.isEmpty(content))) mapping.set(name, codec.encode(content));
    else if (codec.always) mapping.set(name, codec.zero());
  }
  return mapping;
}
