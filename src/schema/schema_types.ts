/** The types of the fields of an openapi schema, which kustomize's decoder insists on, in `openapi` as in `crds`. */

import { resolveScalar } from "../yaml/scalar/resolve.ts";
import { type Node, scalarText } from "../yaml/tree/node.ts";
import { isGoUrl } from "../text/go_url.ts";
import { pushAll } from "../text/push_all.ts";

/** A field of a schema that has another type. */
export interface TypeFault {
  node: Node;
  field: string;
  /** What it must be. */
  expected: string;
}

export type FieldType =
  | "a string"
  | "a URL"
  | "a boolean"
  | "a number"
  | "an integer"
  | "a list of strings"
  | "a list"
  | "a mapping"
  | "a mapping with a description and a url that are strings"
  | "a string or a list of strings"
  | "a schema"
  | "a schema or a boolean"
  | "a list of schemas"
  | "a schema or a list of schemas"
  | "a mapping of schemas"
  | "a mapping of schemas and lists of strings";

/** The fields of each type. */
const FIELDS_OF_TYPES = [
  ["a string", "description format pattern title discriminator id"],
  ["a URL", "$ref $schema"],
  ["a boolean", "nullable exclusiveMaximum exclusiveMinimum uniqueItems readOnly"],
  ["a number", "maximum minimum multipleOf"],
  ["an integer", "maxLength minLength maxItems minItems maxProperties minProperties"],
  ["a list of strings", "required"],
  ["a list", "enum"],
  ["a mapping with a description and a url that are strings", "externalDocs"],
  ["a string or a list of strings", "type"],
  ["a schema", "not"],
  ["a schema or a boolean", "additionalProperties additionalItems"],
  ["a list of schemas", "allOf oneOf anyOf"],
  ["a schema or a list of schemas", "items"],
  ["a mapping of schemas", "properties patternProperties definitions"],
  ["a mapping of schemas and lists of strings", "dependencies"],
] satisfies [FieldType, string][];

/** The type of each field; made on first use, because most builds have no schemas of their own. */
let types: ReadonlyMap<string, FieldType> | undefined;

function typeOfField(field: string): FieldType | undefined {
  types ??= new Map(FIELDS_OF_TYPES.flatMap(([type, names]) => names.split(" ").map((name) => [name, type])));
  return types.get(field);
}

/** The first field of another type in a schema, or in the schemas within it. Null goes for anything. */
export function findTypeFault(schema: Node): TypeFault | undefined {
  const waiting = [schema];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { key, value } of next.kind === "mapping" ? next.entries : []) {
      const field = scalarText(key);
      const expected = typeOfField(field);
      if (expected === undefined) continue;
      const inner = schemasIn(value, expected);
      const wrong = fits(value, expected) ? inner.find((one) => !fits(one, "a schema")) : value;
      if (wrong !== undefined) return { node: wrong, field, expected };
      pushAll(waiting, inner);
    }
  }
  return undefined;
}

/** What `node` holds is checked as schemas. */
function schemasIn(node: Node, expected: FieldType): Node[] {
  if (!expected.includes("schema")) return [];
  if (node.kind === "sequence") return node.items;
  if (node.kind !== "mapping") return [];
  if (!expected.startsWith("a mapping")) return [node];
  const values = node.entries.map(({ value }) => value);
  // Sic: the decoder passes over scalars among dependencies.
  return expected === "a mapping of schemas" ? values : values.filter(({ kind }) => kind === "mapping");
}

/** Whether kustomize decodes a node as a value of this type. */
export function fits(node: Node, expected: FieldType): boolean {
  const type = typeOf(node);
  if (type === "null") return true;
  switch (expected) {
    case "a string":
      return type === "string";
    case "a URL":
      // Sic: the decoder passes over other types here.
      return type !== "string" || isGoUrl(scalarText(node));
    case "a boolean":
      return type === "boolean";
    case "a number":
      return type === "number" || type === "integer";
    case "an integer":
      return type === "integer";
    case "a list of strings":
    case "a string or a list of strings":
      return areTexts(node) || type === "string" && expected !== "a list of strings";
    case "a list":
    case "a list of schemas":
      return type === "sequence";
    case "a schema or a boolean":
      return type !== "sequence" && type !== "string" && type !== "number" && type !== "integer";
    case "a schema or a list of schemas":
      // Sic: the decoder passes over scalars here.
      return true;
    case "a mapping":
    case "a schema":
    case "a mapping of schemas":
      return type === "mapping";
    case "a mapping of schemas and lists of strings":
      return node.kind === "mapping" &&
        node.entries.every(({ value }) => value.kind !== "sequence" || areTexts(value));
    case "a mapping with a description and a url that are strings":
      return node.kind === "mapping" && ["description", "url"].every((field) => isText(node.get(field)));
  }
}

/** Whether a node is a list of strings; each may be null. */
export function areTexts(node: Node): boolean {
  return node.kind === "sequence" && node.items.every(isText);
}

function isText(node: Node | undefined): boolean {
  return node === undefined || fits(node, "a string");
}

type JsonType = "null" | "string" | "boolean" | "number" | "integer" | "sequence" | "mapping";

function typeOf(node: Node): JsonType {
  if (node.kind === "alias") return typeOf(node.target);
  if (node.kind !== "scalar") return node.kind;
  const { value } = resolveScalar(node, "v2");
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "boolean";
    case "object":
      return "null";
    default:
      return Number.isInteger(Number(value)) ? "integer" : "number";
  }
}
