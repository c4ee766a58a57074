/**
 * Derives field specs from the files of `crds:`.
 *
 * Such a file is not a CustomResourceDefinition: it maps names of Go types to openapi schemas, as written by
 * gen-openapi. The `x-kubernetes-…` extensions of fields say that they hold names, labels or annotations.
 */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import type { FieldSpec } from "../model/fields/spec.ts";
import { atPlace } from "../yaml/tree/place.ts";
import type { Mapping, Node } from "../yaml/tree/node.ts";
import { isNull, resolveScalar } from "../yaml/scalar/resolve.ts";
import { isJson, readSchemaFile } from "./schema_file.ts";
import { areTexts, findTypeFault } from "./schema_types.ts";

/** A field that holds the name of a resource of some kind. */
export interface CrdNameReference {
  version: string;
  kind: string;
  fieldSpecs: FieldSpec[];
}

/** The field specs that a file adds to those of a kustomization, under the field names of its configuration files. */
export interface CrdConfig {
  namePrefix: FieldSpec[];
  commonLabels: FieldSpec[];
  commonAnnotations: FieldSpec[];
  nameReference: CrdNameReference[];
}

/** Reads one file of `crds:`. Throws `invalid-crd` if it is not a mapping, or if types contain themselves. */
export function readCrdConfig(source: Source): CrdConfig {
  // The last of repeated types counts, but schemas, which are in types, may not repeat a key.
  const root = readSchemaFile(source, 2);
  if (root?.kind !== "mapping") {
    fail("invalid-crd", "a file under 'crds' must map type names to openapi schemas", atSource(root, source));
  }
  const reader = new CrdReader(root);
  for (const { key, value } of root.entries) {
    if (value.kind !== "mapping" && !isNull(value)) failValue(value);
    checkTypes(value, isJson(source));
    const properties = propertiesOf(value);
    if (key.kind === "scalar" && properties !== undefined && isResource(properties)) reader.readKind(key.value);
  }
  return reader.config;
}

function failValue(value: Node): never {
  fail("invalid-crd", "a file under 'crds' must map type names to openapi schemas, and this is not one", {
    ...atPlace(value),
    hint: "a CustomResourceDefinition itself belongs under 'resources'",
  });
}

/** @param fromJson In YAML, dependencies may be numbers and booleans, too. */
function checkTypes(type: Node, fromJson: boolean): void {
  if (type.kind !== "mapping") return;
  const dependencies = fieldInAnyCase(type, "dependencies");
  const areRight = fromJson ? areTexts : areScalars;
  if (dependencies !== undefined && !isNull(dependencies) && !areRight(dependencies)) {
    fail("invalid-crd", "'Dependencies' of a type must be a list of strings", atPlace(dependencies));
  }
  const schema = fieldInAnyCase(type, "schema");
  if (schema === undefined) return;
  if (schema.kind !== "mapping" && !isNull(schema)) failValue(schema);
  const fault = findTypeFault(schema);
  if (fault === undefined) return;
  fail("invalid-crd", `'${fault.field}' of an openapi schema must be ${fault.expected}`, atPlace(fault.node));
}

function areScalars(node: Node): boolean {
  return node.kind === "sequence" && node.items.every(({ kind }) => kind === "scalar");
}

class CrdReader {
  readonly config: CrdConfig = { namePrefix: [], commonLabels: [], commonAnnotations: [], nameReference: [] };
  readonly #types: Mapping;
  #kind = "";

  constructor(types: Mapping) {
    this.#types = types;
  }

  readKind(typeName: string): void {
    this.#kind = typeName.slice(typeName.lastIndexOf(".") + 1);
    this.#readType(typeName, [], []);
  }

  /** @param inside Names of the types on the path to this one. */
  #readType(typeName: string, path: readonly string[], inside: readonly string[]): void {
    const type = this.#types.get(typeName);
    if (type === undefined) return;
    if (inside.includes(typeName)) {
      fail("invalid-crd", `the type ${typeName} contains itself, at ${path.join(".")} of ${this.#kind}`, atPlace(type));
    }
    for (const { key, value } of propertiesOf(type)?.entries ?? []) {
      if (key.kind !== "scalar" || value.kind !== "mapping") continue;
      const fieldPath = [...path, key.value];
      this.#readProperty(value, fieldPath);
      const ref = text(value, "$ref");
      if (ref !== undefined) this.#readType(ref, fieldPath, [...inside, typeName]);
    }
  }

  #readProperty(property: Mapping, path: readonly string[]): void {
    const { config } = this;
    if (text(property, "x-kubernetes-annotation") !== undefined) config.commonAnnotations.push(this.#spec(path));
    if (text(property, "x-kubernetes-label-selector") !== undefined) config.commonLabels.push(this.#spec(path));
    if (text(property, "x-kubernetes-identity") !== undefined) config.namePrefix.push(this.#spec(path));
    const version = text(property, "x-kubernetes-object-ref-api-version");
    const kind = text(property, "x-kubernetes-object-ref-kind");
    if (version === undefined || kind === undefined) return;
    const nameKey = text(property, "x-kubernetes-object-ref-name-key") ?? "name";
    config.nameReference.push({ version, kind, fieldSpecs: [this.#spec([...path, nameKey])] });
  }

  #spec(path: readonly string[]): FieldSpec {
    return { kind: this.#kind, path: path.join("/"), create: false };
  }
}

function propertiesOf(type: Node): Mapping | undefined {
  const schema = type.kind === "mapping" ? fieldInAnyCase(type, "schema") : undefined;
  const properties = schema?.kind === "mapping" ? schema.get("properties") : undefined;
  return properties?.kind === "mapping" ? properties : undefined;
}

/** Types that are kinds have the fields that every object has. */
function isResource(properties: Mapping): boolean {
  return ["kind", "apiVersion", "metadata"].every((field) => properties.get(field) !== undefined);
}

/** Go's decoder matches field names in any case. */
function fieldInAnyCase(mapping: Mapping, name: string): Node | undefined {
  return mapping.entries.find(({ key }) => key.kind === "scalar" && key.value.toLowerCase() === name)?.value;
}

/** A text field; undefined if it is missing or something else. */
function text(mapping: Mapping, key: string): string | undefined {
  const value = mapping.get(key);
  if (value?.kind !== "scalar") return undefined;
  return resolveScalar(value, "v2").tag === "!!str" ? value.value : undefined;
}

function atSource(node: Node | undefined, source: Source) {
  return node === undefined ? { place: { source, offset: 0 } } : atPlace(node);
}
