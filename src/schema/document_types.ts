/** The types of the fields of an openapi document, which kustomize's decoder insists on. */

import { ownValue } from "../text/own_value.ts";
import { type Node, scalarText } from "../yaml/tree/node.ts";
import { type FieldType, findTypeFault, fits, type TypeFault } from "./schema_types.ts";

/** A plain type, the name of an object below, "schema"; "[]" makes a list of what follows, and "{}" a mapping. */
type Type = string;

/** The fields of Go's structs (`kube-openapi/pkg/validation/spec`), by their types. */
const OBJECTS: Record<string, Record<Type, string>> = {
  document: {
    string: "id swagger host basePath",
    "[]string": "consumes produces schemes",
    info: "info",
    paths: "paths",
    "{}schema": "definitions",
    "{}parameter": "parameters",
    "{}response": "responses",
    "{}securityScheme": "securityDefinitions",
    "[]{}[]string": "security",
    "[]tag": "tags",
    link: "externalDocs",
  },
  info: { string: "description title termsOfService version", link: "contact license" },
  link: { string: "name description url email" },
  tag: { string: "description name", link: "externalDocs" },
  path: { URL: "$ref", operation: "get put post delete options head patch", "[]parameter": "parameters" },
  operation: {
    string: "description summary operationId",
    boolean: "deprecated",
    "[]string": "consumes produces schemes tags",
    "[]{}[]string": "security",
    "[]parameter": "parameters",
    responses: "responses",
    link: "externalDocs",
  },
  response: { URL: "$ref", string: "description", schema: "schema", "{}header": "headers", "{}any": "examples" },
  header: { string: "description", any: "$ref" },
  parameter: { string: "description name in", boolean: "required allowEmptyValue", schema: "schema" },
  items: {
    URL: "$ref",
    string: "type format collectionFormat pattern",
    boolean: "nullable exclusiveMaximum exclusiveMinimum uniqueItems",
    number: "maximum minimum multipleOf",
    integer: "maxLength minLength maxItems minItems",
    "[]any": "enum",
    items: "items",
  },
  securityScheme: { string: "description type name in flow authorizationUrl tokenUrl", "{}string": "scopes" },
};

interface Typed {
  node: Node;
  field: string;
  type: Type;
}

/** The first field of another type than kustomize decodes. Null goes for anything. */
export function findDocumentFault(root: Node): TypeFault | undefined {
  const waiting: Typed[] = [{ node: root, field: "openapi", type: "document" }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, field, type } = next;
    const expected = expectedOf(type);
    if (expected !== undefined && !fits(node, expected)) return { node, field, expected };
    const fault = type === "schema" ? findTypeFault(node) : undefined;
    if (fault !== undefined) return fault;
    for (const part of partsOf(next)) waiting.push(part);
  }
  return undefined;
}

/** In terms of nodes, without looking into them; undefined for anything. */
function expectedOf(type: Type): FieldType | undefined {
  switch (type) {
    case "any":
      return undefined;
    case "string":
    case "URL":
    case "boolean":
    case "number":
      return `a ${type}`;
    case "integer":
      return "an integer";
    default:
      return type.startsWith("[]") ? "a list" : "a mapping";
  }
}

function partsOf({ node, field, type }: Typed): Typed[] {
  const inner = type.slice(2);
  if (node.kind === "sequence") return node.items.map((item) => ({ node: item, field, type: inner }));
  if (node.kind !== "mapping") return [];
  return node.entries.flatMap(({ key, value }) => {
    const name = scalarText(key);
    const found = type.startsWith("{}") ? inner : typeOfField(type, name);
    return found === undefined ? [] : [{ node: value, field: name, type: found }];
  });
}

function typeOfField(object: Type, name: string): Type | undefined {
  if (object === "paths") return name.startsWith("/") ? "path" : undefined;
  if (object === "responses") return name === "default" || /^[+-]?\d+$/.test(name) ? "response" : undefined;
  const own = Object.entries(ownValue(OBJECTS, object) ?? {}).find(([, names]) => names.split(" ").includes(name));
  if (own === undefined && ["header", "parameter"].includes(object)) return typeOfField("items", name);
  return own?.[0];
}
