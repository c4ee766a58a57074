/** Schemas from an openapi document named by `openapi: {path}`: a swagger file in JSON or YAML. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import type { Gvk } from "../model/gvk.ts";
import { atPlace } from "../yaml/tree/place.ts";
import { type Mapping, type Node, scalarText } from "../yaml/tree/node.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { findDocumentFault } from "./document_types.ts";
import { readSchemaFile } from "./schema_file.ts";
import { fits } from "./schema_types.ts";
import { kindKey, type SchemaLayer, type SchemaNode } from "./schema.ts";

const GVK_FIELD = "x-kubernetes-group-version-kind";
const MAP_KEYS = "x-kubernetes-list-map-keys";
const DEFINITION_REF = "#/definitions/";

/** The limit for chains of references, which also ends cycles. */
const MAX_REFERENCES = 100;

/** Finds a definition by name, in this document or another layer. */
export type ResolveDefinition = (name: string) => SchemaNode | undefined;

/** Reads the file that `openapi: {path}` names. Throws `invalid-openapi` for another document, or wrong types in it. */
export function readOpenApiDocument(source: Source, resolve: ResolveDefinition): OpenApiDocument {
  const root = readSchemaFile(source, 0);
  if (root === undefined) fail("invalid-openapi", "the openapi document is empty", { place: { source, offset: 0 } });
  return new OpenApiDocument(root, resolve);
}

/** The definitions of a document by kind, and the scopes of kinds according to its paths. */
export class OpenApiDocument implements SchemaLayer {
  readonly #resolve: ResolveDefinition;
  readonly #definitions: Mapping | undefined;
  readonly #byKind = new Map<string, Mapping>();
  /** Number of references being followed. */
  #hops = 0;
  readonly #namespaced = new Map<string, boolean>();

  constructor(root: Node, resolve: ResolveDefinition) {
    this.#resolve = resolve;
    if (root.kind !== "mapping") {
      fail("invalid-openapi", "an openapi document must be a mapping with 'definitions'", atPlace(root));
    }
    this.#definitions = mappingIn(root, "definitions");
    checkTypes(root);
    for (const { value } of this.#definitions?.entries ?? []) this.#indexKinds(value);
    for (const { key, value } of mappingIn(root, "paths")?.entries ?? []) {
      const path = scalarText(key);
      // The decoder passes over others.
      if (path.startsWith("/")) this.#indexScope(path, value);
    }
  }

  kind(gvk: Gvk): SchemaNode | undefined {
    const definition = this.#byKind.get(kindKey(gvk));
    return definition === undefined ? undefined : new DocumentNode(this, definition);
  }

  definition(name: string): SchemaNode | undefined {
    return this.resolve(this.#definitions?.get(name));
  }

  isNamespaced(gvk: Gvk): boolean | undefined {
    return this.#namespaced.get(kindKey(gvk));
  }

  /** The schema that a node contains or refers to; undefined if a reference is dangling or cyclic. */
  resolve(node: Node | undefined): SchemaNode | undefined {
    if (node?.kind !== "mapping") return undefined;
    const ref = textIn(node, "$ref");
    if (ref === undefined || ref === "") return new DocumentNode(this, node);
    if (!ref.startsWith(DEFINITION_REF) || this.#hops === MAX_REFERENCES) return undefined;
    this.#hops++;
    const referred = this.#resolve(unescapePointer(ref.slice(DEFINITION_REF.length)));
    this.#hops--;
    return referred;
  }

  #indexKinds(definition: Node | undefined): void {
    if (definition?.kind !== "mapping") return;
    const kinds = definition.get(GVK_FIELD);
    if (kinds?.kind !== "sequence") return;
    for (const item of kinds.items) {
      const gvk = gvkOf(item);
      if (gvk !== undefined) this.#byKind.set(kindKey(gvk), definition);
    }
  }

  /** A kind that can be read at a path below a namespace is namespaced; a kind that never can is cluster-scoped. */
  #indexScope(path: string, operations: Node | undefined): void {
    const get = operations?.kind === "mapping" ? mappingIn(operations, "get") : undefined;
    const gvk = gvkOf(get?.get(GVK_FIELD));
    if (gvk === undefined) return;
    const key = kindKey(gvk);
    if (path.includes("namespaces/{namespace}")) this.#namespaced.set(key, true);
    else if (!this.#namespaced.has(key)) this.#namespaced.set(key, false);
  }
}

/** A schema of the document, read on demand. */
class DocumentNode implements SchemaNode {
  readonly #document: OpenApiDocument;
  readonly #schema: Mapping;

  constructor(document: OpenApiDocument, schema: Mapping) {
    this.#document = document;
    this.#schema = schema;
  }

  field(name: string): SchemaNode | undefined {
    const property = mappingIn(this.#schema, "properties")?.get(name);
    return this.#document.resolve(property ?? this.#schema.get("additionalProperties"));
  }

  elements(): SchemaNode | undefined {
    if (textIn(this.#schema, "type") !== "array") return undefined;
    const items = this.#schema.get("items");
    // The decoder passes over other types, and kustomize panics on their use.
    if (items !== undefined && items.kind !== "mapping" && !isNull(items)) {
      fail("invalid-openapi", "'items' of a list that is merged must be a schema", atPlace(items));
    }
    return this.#document.resolve(items);
  }

  get mergeKeys(): readonly string[] | undefined {
    const strategy = extensionIn(this.#schema, "x-kubernetes-patch-strategy");
    if (strategy === undefined) return undefined;
    const key = extensionIn(this.#schema, "x-kubernetes-patch-merge-key");
    if (!strategy.split(",").includes("merge")) return undefined;
    const keys = this.#schema.get(MAP_KEYS);
    if (keys === undefined) return key === undefined ? [] : [key];
    if (keys.kind !== "sequence" || !keys.items.every(isText)) failType(MAP_KEYS, "a list of strings", keys);
    return keys.items.map(scalarText);
  }
}

function checkTypes(root: Node): void {
  const fault = findDocumentFault(root);
  if (fault === undefined) return;
  failType(fault.field, fault.expected, fault.node);
}

function failType(field: string, expected: string, node: Node): never {
  fail("invalid-openapi", `'${field}' of an openapi document must be ${expected}`, atPlace(node));
}

/** The kind that an extension names; undefined for anything but a mapping. A group that is not a text counts as none. */
function gvkOf(node: Node | undefined): Gvk | undefined {
  if (node?.kind !== "mapping") return undefined;
  const version = extensionIn(node, "version");
  const kind = extensionIn(node, "kind");
  if (version === undefined || kind === undefined) {
    fail("invalid-openapi", `an entry of '${GVK_FIELD}' needs a version and a kind`, atPlace(node));
  }
  const group = node.get("group");
  return { group: group !== undefined && isText(group) ? scalarText(group) : "", version, kind };
}

/** The text of a field that the decoder does not check. kustomize crashes on its use if it is not a text. */
function extensionIn(mapping: Mapping, field: string): string | undefined {
  const value = mapping.get(field);
  if (value !== undefined && !isText(value)) failType(field, "a string", value);
  return value && scalarText(value);
}

function isText(node: Node): boolean {
  return fits(node, "a string") && !isNull(node);
}

function mappingIn(mapping: Mapping, key: string): Mapping | undefined {
  const value = mapping.get(key);
  return value?.kind === "mapping" ? value : undefined;
}

/** The text of a field, or the only element of a list of texts (`type: [array]`). */
function textIn(mapping: Mapping, key: string): string | undefined {
  let value = mapping.get(key);
  if (value?.kind === "sequence" && value.items.length === 1) value = value.items[0];
  return value?.kind === "scalar" ? value.value : undefined;
}

function unescapePointer(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
