/** Reads the values of an object for a build, according to its type. */

import type { Mapping, Node } from "../yaml/tree/node.ts";
import type { Built, BuiltStruct, Fields, FieldType, StructType } from "./field_type.ts";
import { decodeObject, type ObjectReader } from "./object_reader.ts";
import type { ReaderMode } from "./reader_mode.ts";

/** All fields of `struct` in an object, including moved fields: see `moveFields`. */
export function readFields<F extends Fields>(
  object: ObjectReader,
  { fields }: StructType<F>,
): BuiltStruct<F> & { node: Mapping } {
  return readObject(object, fields) as BuiltStruct<F> & { node: Mapping };
}

/** Decodes a standalone object; `name` is its name in messages. */
export function decodeStruct<F extends Fields>(
  node: Node,
  name: string,
  mode: ReaderMode,
  struct: StructType<F>,
): BuiltStruct<F> {
  return decodeObject(node, name, mode, (object) => readFields(object, struct));
}

/** The value of one field, for a reader that needs no others. */
export function readOne<T extends FieldType>(object: ObjectReader, name: string, type: T): Built<T> {
  return readField(object, name, type) as Built<T>;
}

function readObject(object: ObjectReader, fields: Fields): Record<string, unknown> {
  const built: Record<string, unknown> = { node: object.node };
  const { has } = object.mode.compat;
  for (const name in fields) {
    const { behaviour, anyFlags } = fields[name]!;
    if (behaviour !== undefined && !has(behaviour)) built[name] = zero(fields[name]!);
    else if (anyFlags !== undefined && has(anyFlags)) built[name] = Object.fromEntries(object.flagMap(name));
    else built[name] = readField(object, name, fields[name]!);
  }
  return built;
}

function readField(object: ObjectReader, name: string, type: FieldType): unknown {
  switch (type.kind) {
    case "text":
      return object.text(name);
    case "exact text":
      return object.exactText(name);
    case "placed text":
      return object.placedText(name);
    case "flag":
      return object.flag(name);
    case "integer":
      return object.integer(name) ?? 0;
    case "small integer":
      return Number(object.integer(name) ?? 0);
    case "text map":
      return object.textMap(name);
    case "any map":
      return object.mapping(name);
    case "list":
      return readList(object, name, type.element);
    case "pointer":
      return readPointer(object, name, type.to);
    case "struct":
      return readPointer(object, name, type) ?? zeroOf(type);
    default:
      return type satisfies never;
  }
}

function readPointer(object: ObjectReader, name: string, type: FieldType): unknown {
  if (type.kind === "struct") return object.object(name, (inner) => readObject(inner, type.fields));
  return object.has(name) ? readField(object, name, type) : undefined;
}

function readList(object: ObjectReader, name: string, element: FieldType): unknown[] {
  switch (element.kind) {
    case "placed text":
      return object.texts(name);
    case "text":
      return object.texts(name).map(({ value }) => value);
    case "struct":
      return object.list(name, (item) => readObject(item, element.fields), Object.keys(element.fields));
    case "pointer":
      return readList(object, name, element.to);
    default:
      throw new Error(`no field has a list of ${element.kind}`);
  }
}

/** The value of an absent object in a build. */
export function zeroOf({ fields }: StructType): Record<string, unknown> {
  const built: Record<string, unknown> = {};
  for (const name in fields) built[name] = zero(fields[name]!);
  return built;
}

function zero(type: FieldType): unknown {
  switch (type.kind) {
    case "text":
    case "exact text":
      return "";
    case "placed text":
      return { value: "" };
    case "flag":
      return false;
    case "integer":
    case "small integer":
      return 0;
    case "text map":
      return new Map();
    case "list":
      return [];
    case "any map":
    case "pointer":
      return undefined;
    case "struct":
      return zeroOf(type);
    default:
      return type satisfies never;
  }
}
