/**
 * Derives field specs from the files of `crds:`.
 *
 * Such a file is not a CustomResourceDefinition: it maps names of Go types to openapi schemas, as written by
 * gen-openapi. The `x-kubernetes-…` extensions of fields say that they hold names, labels or annotations.
 */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Growth, Source } from "../diagnostics/source.ts";
import type { FieldSpec } from "../model/fields/spec.ts";
import { atPlace, placeOf } from "../yaml/tree/place.ts";
import type { Entry, Mapping, Node } from "../yaml/tree/node.ts";
import { grow } from "../yaml/value/growth.ts";
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
  const reader = new CrdReader(root, source.growth);
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

/** A type on the path to the property that is read. */
interface OpenType {
  name: string;
  properties: Iterator<Entry>;
}

class CrdReader {
  readonly config: CrdConfig = { namePrefix: [], commonLabels: [], commonAnnotations: [], nameReference: [] };
  readonly #types: Mapping;
  readonly #growth: Growth;
  #kind = "";
  /** Not a recursion: a chain of types may be longer than the stack is deep. */
  readonly #open: OpenType[] = [];
  readonly #inside: Set<string> = new Set();
  readonly #path: string[] = [];

  constructor(types: Mapping, growth: Growth) {
    this.#types = types;
    this.#growth = growth;
  }

  readKind(typeName: string): void {
    this.#kind = typeName.slice(typeName.lastIndexOf(".") + 1);
    this.#enterType(typeName);
    for (let type = this.#open.at(-1); type !== undefined; type = this.#open.at(-1)) {
      this.#path.length = this.#open.length - 1;
      const { value: property } = type.properties.next();
      if (property !== undefined) this.#readEntry(property);
      else this.#inside.delete(this.#open.pop()!.name);
    }
  }

  #enterType(name: string): void {
    const type = this.#types.get(name);
    if (type === undefined) return;
    if (this.#inside.has(name)) {
      fail(
        "invalid-crd",
        `the type ${name} contains itself, at ${this.#path.join(".")} of ${this.#kind}`,
        atPlace(type),
      );
    }
    this.#inside.add(name);
    this.#open.push({ name, properties: (propertiesOf(type)?.entries ?? []).values() });
  }

  #readEntry({ key, value }: Entry): void {
    if (key.kind !== "scalar" || value.kind !== "mapping") return;
    // Types can refer to each other along more paths than there is memory for.
    this.#grow(1, value);
    this.#path.push(key.value);
    this.#readProperty(value);
    const ref = text(value, "$ref");
    if (ref !== undefined) this.#enterType(ref);
  }

  #readProperty(property: Mapping): void {
    const { config } = this;
    if (text(property, "x-kubernetes-annotation") !== undefined) config.commonAnnotations.push(this.#spec(property));
    if (text(property, "x-kubernetes-label-selector") !== undefined) config.commonLabels.push(this.#spec(property));
    if (text(property, "x-kubernetes-identity") !== undefined) config.namePrefix.push(this.#spec(property));
    const version = text(property, "x-kubernetes-object-ref-api-version");
    const kind = text(property, "x-kubernetes-object-ref-kind");
    if (version === undefined || kind === undefined) return;
    const nameKey = text(property, "x-kubernetes-object-ref-name-key") ?? "name";
    config.nameReference.push({ version, kind, fieldSpecs: [this.#spec(property, nameKey)] });
  }

  #spec(property: Mapping, ...below: string[]): FieldSpec {
    this.#grow(this.#path.length, property);
    return { kind: this.#kind, path: [...this.#path, ...below].join("/"), create: false };
  }

  #grow(nodes: number, node: Node): void {
    grow(this.#growth, { nodes, characters: 0 }, "types of 'crds'", placeOf(node));
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
