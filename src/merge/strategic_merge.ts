/**
 * Strategic merge: walks a patch and its target, which has the same structure, in parallel.
 *
 * This is kyaml's walk with its Merger, on nodes and in place. Fields that the patch does not name are walked too,
 * because the walk changes some of them: a key without any value is removed, and lists with merge keys are rebuilt.
 */

import { fail } from "../diagnostics/diagnostic.ts";
import { parseApiVersion } from "../model/gvk.ts";
import { overwriteScalar } from "../yaml/value/set_text.ts";
import type { Schema, SchemaNode } from "../schema/schema.ts";
import { atPlace, type Entry, Mapping, type Node, scalarText, Sequence } from "../yaml/tree/node.ts";
import { describeNode } from "../yaml/value/describe_node.ts";
import { isNull, isTaggedNull } from "../yaml/scalar/resolve.ts";
import { describeKind } from "../yaml/tree/describe.ts";
import { checkPatchDepth } from "../yaml/tree/limits.ts";
import { takeDirective, takeKnownDirective, takeListDirective } from "./directive.ts";
import { elementKey, failElement, isEmptyElement, KeyedList } from "./keyed_list.ts";
import { keyValuesOf, unifyKeyValues, usedKeys } from "./merge_keys.ts";
import { overwrite, quoteAmbiguous } from "./overwrite.ts";

/**
 * Merges `patch` into `target`. The patch's nodes become part of the target, so clone a patch that is used again.
 * Returns false if the patch deletes the whole target. Throws `wrong-type` and `invalid-patch`.
 */
export function strategicMerge(target: Mapping, patch: Mapping, schema: Schema): boolean {
  return new Merge(schema).mapping(target, patch, undefined) !== undefined;
}

class Merge {
  readonly #schema: Schema;
  /** Field names from the root, for messages. */
  readonly #path: string[] = [];

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  /**
   * Merges two nodes into one; undefined if nothing is left. `patch` may be `target` itself: parts of a patch with no
   * counterpart are walked like that, for their directives and nulls.
   */
  node(target: Node | undefined, patch: Node | undefined, schema: SchemaNode | undefined): Node | undefined {
    if (patch !== undefined && isTaggedNull(patch)) return undefined;
    const dest = isTaggedNull(target) ? undefined : target;
    if (dest !== undefined && patch !== undefined && patch.kind !== dest.kind) this.#failKinds(dest, patch);
    adoptFlow(dest, patch);
    switch ((dest ?? patch)?.kind) {
      case "mapping":
        return this.mapping(as(Mapping, dest), as(Mapping, patch), schema);
      case "sequence":
        return this.#list(as(Sequence, dest), as(Sequence, patch), schema);
      default:
        return patch ?? dest;
    }
  }

  mapping(
    dest: Mapping | undefined,
    patch: Mapping | undefined,
    schema: SchemaNode | undefined,
  ): Mapping | undefined {
    const known = schema ?? this.#schemaOf(dest) ?? this.#schemaOf(patch);
    if (patch === undefined) return dest && this.#fields(dest, undefined, known);
    if (dest === undefined) {
      return takeKnownDirective(patch) === "delete" ? undefined : this.#fields(patch, patch, known);
    }
    const directive = takeDirective(patch);
    if (directive === "delete") return undefined;
    return this.#fields(directive === "replace" ? patch : dest, patch, known);
  }

  #fields(dest: Mapping, patch: Mapping | undefined, schema: SchemaNode | undefined): Mapping {
    const added = patch === undefined || patch === dest ? undefined : entriesByKey(patch);
    const kept: Entry[] = [];
    for (const entry of dest.entries) {
      const name = this.#fieldName(entry);
      const other = added === undefined ? (patch === dest ? entry.value : undefined) : added.get(name)?.value;
      added?.delete(name);
      if (other === undefined && isTaggedNull(entry.value)) {
        if (scalarText(entry.value) !== "") kept.push(entry);
        continue;
      }
      const merged = this.#field(entry, entry.value, other, schema);
      if (merged === undefined || isTaggedNull(merged)) continue;
      overwrite(entry, merged);
      kept.push(entry);
    }
    for (const entry of added?.values() ?? []) {
      const merged = this.#field(entry, undefined, entry.value, schema);
      if (merged !== undefined && !isTaggedNull(merged)) kept.push({ key: entry.key, value: quoteAmbiguous(merged) });
    }
    dest.entries = kept;
    return dest;
  }

  #field(
    entry: Entry,
    dest: Node | undefined,
    patch: Node | undefined,
    schema: SchemaNode | undefined,
  ): Node | undefined {
    const name = this.#fieldName(entry);
    this.#path.push(name);
    checkPatchDepth(this.#path.length, entry.value);
    const merged = this.node(dest, patch, schema?.field(name));
    this.#path.pop();
    return merged;
  }

  /** kustomize treats an empty field name as missing, and fails. */
  #fieldName({ key }: Entry): string {
    const name = scalarText(key);
    if (name === "") fail("invalid-patch", `${this.#where()} has an empty key, which cannot be merged`, atPlace(key));
    return name;
  }

  #list(dest: Sequence | undefined, patch: Sequence | undefined, schema: SchemaNode | undefined): Node | undefined {
    if (schema?.mergeKeys === undefined) return patch ?? dest;
    if (patch === undefined) return dest && this.#elements(dest, undefined, schema, schema.mergeKeys);
    if (dest === undefined) return this.#elements(patch, patch, schema, schema.mergeKeys);
    const directive = takeListDirective(patch);
    if (directive === "delete") return undefined;
    return this.#elements(directive === "replace" ? patch : dest, patch, schema, schema.mergeKeys);
  }

  /**
   * The patch's elements first, in its order, each merged with its counterpart; then those that only the target has.
   */
  #elements(
    dest: Sequence,
    patch: Sequence | undefined,
    schema: SchemaNode,
    mergeKeys: readonly string[],
  ): Sequence {
    const keys = mergeKeys.length === 0 ? [""] : mergeKeys;
    const all = keyValuesOf([patch?.items ?? [], dest.items], keys);
    if (all.length === 0) return dest;
    if (keys.length > 1) unifyKeyValues(all);
    const used = usedKeys(all, keys);
    const elementKeys = used.map((index) => keys[index]!);
    const old = new KeyedList(dest.items, elementKeys[0]!);
    const changes = patch === undefined || patch === dest ? old : new KeyedList(patch.items, elementKeys[0]!);
    const result = new KeyedList([], elementKeys[0]!);
    for (const keyValues of all) {
      const values = used.map((index) => keyValues[index]!);
      const merged = this.#element(old, patch === undefined ? undefined : changes, elementKeys, values, schema);
      if (merged === undefined || isEmptyElement(merged)) {
        // In a list of scalars, an element with a directive is empty once that is removed.
        old.remove(elementKeys, values, merged !== undefined || elementKeys[0] === "");
      } else result.set(elementKeys, values, merged);
    }
    for (const element of old.elements) putBack(result, element, elementKeys);
    if (elementKeys[0] === "") result.elements.forEach(recreate);
    return new Sequence(result.elements, dest.source, dest.start);
  }

  /** Merges one element; undefined if nothing is left of it. */
  #element(
    dest: KeyedList,
    patch: KeyedList | undefined,
    keys: readonly string[],
    values: readonly string[],
    schema: SchemaNode,
  ): Node | undefined {
    const filled = [...keys.keys()].filter((index) => values[index] !== "");
    const indexes = filled.length > 0 ? filled : [...keys.keys()];
    const [someKeys, someValues] = [indexes.map((index) => keys[index]!), indexes.map((index) => values[index]!)];
    return this.node(dest.find(someKeys, someValues), patch?.find(someKeys, someValues), schema.elements());
  }

  /** The schema of an object by its own kind: the resource itself, or one embedded in a field without a schema. */
  #schemaOf(object: Mapping | undefined): SchemaNode | undefined {
    const kind = object && elementKey(object, "kind");
    const apiVersion = kind && elementKey(object, "apiVersion");
    return apiVersion ? this.#schema.kind({ ...parseApiVersion(apiVersion), kind }) : undefined;
  }

  #failKinds(dest: Node, patch: Node): never {
    fail(
      "wrong-type",
      `the patch has ${describeNode(patch)} for ${this.#where()}, which is ${describeKind(dest.kind)}`,
      {
        ...atPlace(patch),
        notes: [{ message: "the target of the merge is here", ...atPlace(dest) }],
      },
    );
  }

  #where(): string {
    return this.#path.length === 0 ? "the resource" : this.#path.join(".");
  }
}

/** kustomize recreates the elements of a set of scalars without tags, so that a later value need not keep the type. */
function recreate(element: Node): void {
  if (element.kind === "scalar") overwriteScalar(element, element.value);
}

/**
 * An empty collection takes the patch's style, which matters: an empty value prints as "" in flow style, as null in
 * block style.
 */
function adoptFlow(dest: Node | undefined, patch: Node | undefined): void {
  if (dest?.kind === "mapping" && patch?.kind === "mapping" && dest.entries.length === 0) dest.flow = patch.flow;
  if (dest?.kind === "sequence" && patch?.kind === "sequence" && dest.items.length === 0) dest.flow = patch.flow;
}

function as<T extends Node>(type: new () => T, node: Node | undefined): T | undefined {
  return node instanceof type ? node : undefined;
}

/** Of two equal keys, the first counts. If both end up in a resource, printing it fails. */
function entriesByKey(mapping: Mapping): Map<string, Entry> {
  const byKey = new Map<string, Entry>();
  for (const entry of mapping.entries) {
    const key = scalarText(entry.key);
    if (!byKey.has(key)) byKey.set(key, entry);
  }
  return byKey;
}

/** Puts an element of the target among the merged ones, in place of the one with its keys, which is usually itself. */
function putBack(result: KeyedList, element: Node, keys: readonly string[]): void {
  if (element.kind !== "mapping" && keys[0] !== "" && !isNull(element)) failElement(element, "mapping");
  const values: string[] = [];
  for (const key of keys) {
    const text = elementKey(element, key);
    // An element without a key is added as it is, but still displaces others by the keys that it has.
    if (text === undefined) result.append(element);
    else values.push(text);
  }
  // With several keys the element would occur twice: once merged, once from the target.
  if (keys.length > 1) result.remove(keys, values);
  result.set(keys, values, element);
}
