/**
 * Strategic merge: walks a patch and its target, which has the same structure, in parallel.
 *
 * This is kyaml's walk with its Merger, on nodes and in place. Fields that the patch does not name are walked too,
 * because the walk changes some of them: a key without any value is removed, and lists with merge keys are rebuilt.
 */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Merged } from "../model/merged.ts";
import { parseApiVersion } from "../model/gvk.ts";
import { overwriteScalar } from "../yaml/value/set_text.ts";
import type { Schema, SchemaNode } from "../schema/schema.ts";
import { clone } from "../yaml/tree/copy.ts";
import { atPlace } from "../yaml/tree/place.ts";
import { type Entry, Mapping, type Node, scalarText, Sequence } from "../yaml/tree/node.ts";
import { describeNode } from "../yaml/value/describe_node.ts";
import { isNull, isTaggedNull } from "../yaml/scalar/resolve.ts";
import { describeKind } from "../yaml/tree/describe.ts";
import { type Begun, FieldWalk } from "./field_walk.ts";
import { takeDirective, takeKnownDirective, takeListDirective } from "./directive.ts";
import { elementKey, failElement, isEmptyElement, KeyedList } from "./keyed_list.ts";
import { keyValuesOf, unifyKeyValues, usedKeys } from "./merge_keys.ts";

/**
 * Merges `patch` into `target`. The patch's nodes become part of the target, so clone a patch that is used again.
 * Returns false if the patch deletes the whole target. Throws `wrong-type` and `invalid-patch`.
 *
 * @param merges Gets what is done, unless undefined.
 */
export function strategicMerge(target: Mapping, patch: Mapping, schema: Kinds, merges?: Merged[]): boolean {
  return new Merge(schema, merges).mapping(target, patch, undefined) !== undefined;
}

/** What a merge asks a schema. */
type Kinds = Pick<Schema, "kind">;

/** Objects with such lists can be embedded in each other without end, but are not. */
const MAX_ELEMENT_DEPTH = 500;

class Merge {
  readonly #schema: Kinds;
  readonly #merges: Merged[] | undefined;
  /** Field names from the root, for messages. */
  readonly #path: string[] = [];
  /** Elements of lists around the current node. */
  #elementDepth = 0;

  constructor(schema: Kinds, merges: Merged[] | undefined) {
    this.#schema = schema;
    this.#merges = merges;
  }

  mapping(target: Mapping, patch: Mapping, schema: SchemaNode | undefined): Node | undefined {
    return this.#finish(this.#mapping(target, patch, schema));
  }

  /**
   * Merges two nodes into one; undefined if nothing is left. `patch` may be `target` itself: parts of a patch with no
   * counterpart are walked like that, for their directives and nulls.
   */
  #node(target: Node | undefined, patch: Node | undefined, schema: SchemaNode | undefined): Node | undefined {
    return this.#finish(this.#begin(target, patch, schema));
  }

  /**
   * Completes a merge. Nested mappings wait on a list, since nesting may be deep; elements of lists with merge keys
   * recurse.
   */
  #finish(begun: Begun): Node | undefined {
    const walks: FieldWalk[] = [];
    for (;;) {
      if (begun instanceof FieldWalk) walks.push(begun);
      else {
        const around = walks.at(-1);
        if (around === undefined) return begun;
        this.#path.pop();
        around.add(begun);
      }
      begun = this.#continue(walks);
    }
  }

  /** Begins with the next field of the innermost mapping; if it has none left, returns the mapping. */
  #continue(walks: FieldWalk[]): Begun {
    const walk = walks.at(-1)!;
    const pair = walk.next((entry) => this.#fieldName(entry));
    if (pair === undefined) return walks.pop()!.dest;
    this.#path.push(pair.name);
    return this.#begin(pair.dest, pair.patch, walk.schema?.field(pair.name));
  }

  #begin(target: Node | undefined, patch: Node | undefined, schema: SchemaNode | undefined): Begun {
    if (patch !== undefined && isTaggedNull(patch)) return undefined;
    const dest = isTaggedNull(target) ? undefined : target;
    if (dest !== undefined && patch !== undefined && patch.kind !== dest.kind) this.#failKinds(dest, patch);
    adoptFlow(dest, patch);
    switch ((dest ?? patch)?.kind) {
      case "mapping":
        return this.#mapping(as(Mapping, dest), as(Mapping, patch), schema);
      case "sequence":
        return this.#list(as(Sequence, dest), as(Sequence, patch), schema);
      default:
        // The tag of the target remains part of its style.
        if (this.#merges !== undefined && dest !== undefined && patch !== undefined && dest.tag + patch.tag !== "") {
          this.#merges.push([dest, clone(dest)]);
        }
        return patch ?? dest;
    }
  }

  #mapping(dest: Mapping | undefined, patch: Mapping | undefined, schema: SchemaNode | undefined): Begun {
    const known = schema ?? this.#schemaOf(dest) ?? this.#schemaOf(patch);
    if (patch === undefined) return dest && this.#walk(dest, undefined, known);
    if (dest === undefined) {
      return takeKnownDirective(patch) === "delete" ? undefined : this.#walk(patch, patch, known);
    }
    this.#merges?.push([dest, patch]);
    const directive = takeDirective(patch);
    if (directive === "delete") return undefined;
    return this.#walk(directive === "replace" ? patch : dest, patch, known);
  }

  #walk(dest: Mapping, patch: Mapping | undefined, schema: SchemaNode | undefined): FieldWalk {
    return new FieldWalk(dest, patch, schema, this.#merges !== undefined);
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
    this.#merges?.push([dest, patch]);
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
    unifyKeyValues(all);
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
    return new Sequence(result.elements);
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
    const [target, change] = [dest.find(someKeys, someValues), patch?.find(someKeys, someValues)];
    if (++this.#elementDepth > MAX_ELEMENT_DEPTH) {
      fail(
        "too-deep",
        `lists with merge keys are nested more than ${MAX_ELEMENT_DEPTH} levels deep`,
        atPlace(change ?? target),
      );
    }
    const merged = this.#node(target, change, schema.elements());
    this.#elementDepth--;
    return merged;
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
