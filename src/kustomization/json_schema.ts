/** The JSON schema of kustomization files, derived from the field table. */

import { type Compat, NEWEST } from "../compat/compat.ts";
import { DESCRIPTIONS, OBJECTS } from "./field_descriptions.ts";
import type { Field, Fields, FieldType } from "./field_type.ts";
import { API_VERSIONS } from "./fields.ts";
import { ownValue } from "../text/own_value.ts";

/** A JSON schema, draft 7, for editors and validators. */
type Schema = Readonly<Record<string, unknown>>;

type ObjectName = keyof typeof OBJECTS;

/**
 * The schema of kustomization files that a build accepts. A null counts as absent, as in a build.
 *
 * @param compat The release of kustomize: its fields may differ.
 */
export function kustomizationSchema(compat: Compat = NEWEST): Schema {
  const { kustomization, ...others } = OBJECTS;
  const definitions = Object.entries(others).map(([name, fields]) => [name, objectSchema(name, fields, compat)]);
  const root = objectSchema("kustomization", kustomization, compat);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: `Kustomization of kustomize ${compat.release}`,
    ...root,
    properties: {
      ...root.properties as object,
      apiVersion: { enum: [...Object.values(API_VERSIONS), "", null], ...described("kustomization", "apiVersion") },
      kind: { enum: [...Object.keys(API_VERSIONS), "", null], ...described("kustomization", "kind") },
    },
    definitions: Object.fromEntries(definitions),
  };
}

function objectSchema(name: string, fields: Fields, compat: Compat): Schema {
  const known = Object.entries(fields).filter(([, { behaviour }]) => behaviour === undefined || compat.has(behaviour));
  return {
    type: ["object", "null"],
    properties: Object.fromEntries(known.map(([field, type]) => [field, fieldSchema(name, field, type, compat)])),
    additionalProperties: false,
  };
}

function fieldSchema(object: string, field: string, type: Field, compat: Compat): Schema {
  const { deprecated, movedTo, anyFlags } = type;
  const isAnyFlags = anyFlags !== undefined && compat.has(anyFlags);
  return {
    ...isAnyFlags ? nullable("object", { additionalProperties: nullable("boolean") }) : typeSchema(type),
    ...described(object, field),
    ...(deprecated ?? movedTo) !== undefined && { deprecated: true },
  };
}

function described(object: string, field: string): Schema {
  const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = DESCRIPTIONS;
  return { description: ownValue(ownValue(texts, object) ?? {}, field) };
}

function typeSchema(type: FieldType): Schema {
  switch (type.kind) {
    case "text":
    case "exact text":
    case "placed text":
      return nullable("string");
    case "flag":
      return nullable("boolean");
    case "integer":
    case "small integer":
      return nullable("integer");
    case "any map":
      return nullable("object");
    case "text map":
      return Object.keys(type.known).length > 0 ? reference(type.known) : TEXT_MAP;
    case "list":
      return nullable("array", { items: typeSchema(type.element) });
    case "pointer":
      return typeSchema(type.to);
    case "struct":
      return reference(type.fields);
  }
}

const TEXT_MAP: Schema = nullable("object", { additionalProperties: nullable("string") });

/** In `allOf`, because draft 7 ignores other keywords beside a `$ref`. */
function reference(fields: Fields): Schema {
  return { allOf: [{ $ref: `#/definitions/${nameOf(fields)}` }] };
}

function nullable(type: string, rest: object = {}): Schema {
  return { type: [type, "null"], ...rest };
}

/** The name under which the schema defines an object. A test checks that each has one. */
function nameOf(fields: Fields): ObjectName | undefined {
  const names = Object.keys(OBJECTS) as ObjectName[];
  return names.find((name) => OBJECTS[name] === fields);
}
