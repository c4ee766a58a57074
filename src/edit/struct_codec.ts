/** Codecs for the types in the field table, including structs. */

import type { Compat } from "../compat/compat.ts";
import type { Edited, EditedStruct, Field, Fields, FieldType, StructType } from "../kustomization/field_type.ts";
import { failUnknownField } from "../kustomization/field_errors.ts";
import { jsonEntries } from "../kustomization/json/json_entries.ts";
import { Mapping } from "../yaml/tree/node.ts";
import { anyMap, asMapping, type Codec, flag, flagMap, integer, list, pointer, text, textMap } from "./codec.ts";
import { compareTexts } from "../text/compare.ts";

/** A struct's codec exposes those of its fields, to walk a file alongside its values. */
export interface StructCodec<F extends Fields> extends Codec<EditedStruct<F>> {
  readonly fields: { readonly [N in keyof F]: Codec<Edited<F[N]>> };
  encode(value: EditedStruct<F>): Mapping;
}

type Values = Record<string, unknown>;
type Codecs = Readonly<Record<string, Codec<unknown>>>;

/**
 * The codec of a struct that is a value in Go: a field with this type is always written. It has the fields that the
 * release has.
 */
export function structCodec<F extends Fields>({ fields }: StructType<F>, compat: Compat): StructCodec<F> {
  const codecs: Record<string, Codec<unknown>> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.behaviour === undefined || compat.has(field.behaviour)) codecs[name] = fieldCodec(field, compat);
  }
  return {
    fields: codecs as StructCodec<F>["fields"],
    decode: (node, where, previous) => {
      const mapping = asMapping(node, where);
      return mapping === undefined ? previous ?? {} : decodeFields(codecs, mapping, where, previous) as EditedStruct<F>;
    },
    encode: (value) => encodeFields(codecs, value),
    isEmpty: () => false,
    zero: () => encodeFields(codecs, {}),
    always: true,
  };
}

function fieldCodec(field: Field, compat: Compat): Codec<unknown> {
  const isAnyFlags = field.anyFlags !== undefined && compat.has(field.anyFlags);
  const codec = isAnyFlags ? flagMap : codecOf(field, compat);
  return field.always ? { ...codec, always: true } : codec;
}

function codecOf(type: FieldType, compat: Compat): Codec<unknown> {
  switch (type.kind) {
    case "text":
    case "exact text":
    case "placed text":
      return text;
    case "flag":
      return flag;
    case "integer":
    case "small integer":
      return integer;
    case "text map":
      return textMap;
    case "any map":
      return anyMap;
    case "list":
      return list(codecOf(type.element, compat));
    case "pointer":
      return pointer(codecOf(type.to, compat));
    case "struct":
      return structCodec(type, compat);
  }
}

/** Decodes in alphabetical order, as Go's encoder sorts the names: of two that differ only in case, the last counts. */
function decodeFields(codecs: Codecs, mapping: Mapping, where: string, previous: Values | undefined): Values {
  const result: Values = { ...previous };
  const members = [...jsonEntries(mapping)].sort(([a], [b]) => compareTexts(a, b));
  for (const [name, { key, value }] of members) {
    const field = fieldNamed(codecs, name) ??
      failUnknownField(name, key, where || "the kustomization", Object.keys(codecs));
    result[field] = codecs[field]!.decode(value, where === "" ? field : `${where}.${field}`, result[field]);
  }
  return result;
}

/** The field with this name, ignoring case. */
export function fieldNamed(fields: object, name: string): string | undefined {
  if (Object.hasOwn(fields, name)) return name;
  const folded = name.toLowerCase();
  return Object.keys(fields).find((field) => field.toLowerCase() === folded);
}

function encodeFields(codecs: Codecs, value: Values): Mapping {
  const mapping = new Mapping();
  for (const [name, codec] of Object.entries(codecs)) {
    const content = value[name];
    if (content !== undefined && (codec.always || !codec.isEmpty(content))) mapping.set(name, codec.encode(content));
    else if (codec.always) mapping.set(name, codec.zero());
  }
  return mapping;
}
