/**
 * The built-in kinds of Kubernetes 1.21.2, decoded from the compact texts of `kubernetes_data.ts`, each definition on
 * first use.
 *
 * Numbers are in base 36. `KINDS` maps each API version to the definitions of its kinds. `DEFINITION_NAMES` lists the
 * names of definitions by number, grouped by package. Line n of `DEFINITIONS` lists the fields of definition n: the
 * number of the field's name in `FIELD_NAMES`, then its type. A type is `P` (nothing is known below it), `R` with a
 * definition's number, `M` (map of) with a type, or `A` (list of) with a type and, if a strategic merge enters the
 * list, `+` and its merge keys: `A2f+containerPort+protocol`, or `AP+` for a set of scalars.
 */

import type { Gvk } from "../model/gvk.ts";
import { DEFINITION_NAMES, DEFINITIONS, FIELD_NAMES, KINDS } from "./kubernetes_data.ts";
import { kindKey, type SchemaLayer, type SchemaNode } from "./schema.ts";

/** Type codes by field name. */
type Definition = ReadonlyMap<string, string>;

/** The built-in table. Creating one is cheap; the texts are split on the first lookup. */
export class KubernetesSchema implements SchemaLayer {
  readonly #overrides: () => SchemaLayer | undefined;
  #kinds: ReadonlyMap<string, number> | undefined;
  #names: readonly string[] | undefined;
  #fieldNames: readonly string[] = [];
  #lines: readonly string[] = [];
  readonly #definitions: (Definition | undefined)[] = [];

  /** @param overrides A layer whose definitions replace built-in ones of the same name. */
  constructor(overrides: () => SchemaLayer | undefined = () => undefined) {
    this.#overrides = overrides;
  }

  kind(gvk: Gvk): SchemaNode | undefined {
    const number = this.#load().get(kindKey(gvk));
    return number === undefined ? undefined : new ObjectNode(this, number);
  }

  definition(name: string): SchemaNode | undefined {
    this.#load();
    const number = this.#definitionNames().indexOf(name);
    return number < 0 ? undefined : new ObjectNode(this, number);
  }

  /** The definition that another one refers to. */
  referred(number: number): SchemaNode {
    const overrides = this.#overrides();
    const override = overrides === undefined ? undefined : overrides.definition(this.#definitionNames()[number]!);
    return override ?? new ObjectNode(this, number);
  }

  /** The type code of a field of a definition. */
  fieldType(definition: number, field: string): string | undefined {
    return (this.#definitions[definition] ??= this.#decode(definition)).get(field);
  }

  #load(): ReadonlyMap<string, number> {
    if (this.#kinds === undefined) {
      this.#fieldNames = FIELD_NAMES.split(/\s/);
      this.#lines = DEFINITIONS.split("\n");
      this.#kinds = decodeKinds();
    }
    return this.#kinds;
  }

  #definitionNames(): readonly string[] {
    return this.#names ??= DEFINITION_NAMES.split("\n").flatMap((line) => {
      const [packageName, ...names] = line.split(" ");
      return names.map((name) => `${packageName}.${name}`);
    });
  }

  #decode(number: number): Definition {
    const fields = new Map<string, string>();
    for (const [, name = "", type = ""] of this.#lines[number]!.matchAll(/([0-9a-z]+)(\S+)/g)) {
      fields.set(this.#fieldNames[parseInt(name, 36)]!, type);
    }
    return fields;
  }
}

function decodeKinds(): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  for (const group of KINDS.split(/\s/)) {
    const [apiVersion, list = ""] = group.split(":");
    for (const entry of list.split(",")) {
      const [kind, number = ""] = entry.split("=");
      kinds.set(`${apiVersion}/${kind}`, parseInt(number, 36));
    }
  }
  return kinds;
}

class ObjectNode implements SchemaNode {
  readonly mergeKeys = undefined;
  readonly #table: KubernetesSchema;
  readonly #definition: number;

  constructor(table: KubernetesSchema, definition: number) {
    this.#table = table;
    this.#definition = definition;
  }

  field(name: string): SchemaNode | undefined {
    const type = this.#table.fieldType(this.#definition, name);
    return type === undefined ? undefined : nodeOfType(this.#table, type);
  }

  elements(): undefined {
    return undefined;
  }
}

class ListNode implements SchemaNode {
  readonly mergeKeys: readonly string[] | undefined;
  readonly #table: KubernetesSchema;
  readonly #elementType: string;

  constructor(table: KubernetesSchema, type: string) {
    const [elementType, ...keys] = type.slice(1).split("+");
    this.#table = table;
    this.#elementType = elementType!;
    this.mergeKeys = keys.length === 0 ? undefined : keys.filter((key) => key !== "");
  }

  field(): undefined {
    return undefined;
  }

  elements(): SchemaNode {
    return nodeOfType(this.#table, this.#elementType);
  }
}

class MapNode implements SchemaNode {
  readonly mergeKeys = undefined;
  readonly #value: SchemaNode;

  constructor(value: SchemaNode) {
    this.#value = value;
  }

  field(): SchemaNode {
    return this.#value;
  }

  elements(): undefined {
    return undefined;
  }
}

/** A type about whose contents nothing is known. */
const OPAQUE: SchemaNode = { field: () => undefined, elements: () => undefined, mergeKeys: undefined };

function nodeOfType(table: KubernetesSchema, type: string): SchemaNode {
  switch (type[0]) {
    case "R":
      return table.referred(parseInt(type.slice(1), 36));
    case "A":
      return new ListNode(table, type);
    case "M":
      return new MapNode(nodeOfType(table, type.slice(1)));
    default:
      return OPAQUE;
  }
}
