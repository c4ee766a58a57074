/** The fields of a mapping that is being merged, one after the other. */

import type { SchemaNode } from "../schema/schema.ts";
import { isTaggedNull } from "../yaml/scalar/resolve.ts";
import { type Entry, type Mapping, type Node, Scalar, scalarText } from "../yaml/tree/node.ts";
import { compareCodePoints } from "../text/compare.ts";
import { firstEntries } from "../yaml/value/unique_keys.ts";
import { overwrite, quoteAmbiguous } from "./overwrite.ts";

/** The `start` of a made mapping that has lost its content: go-yaml distinguishes it from one that never had any. */
export const EMPTIED = -1;

/** A merged node, undefined if nothing is left; or a mapping whose fields are yet to be merged. */
export type Begun = Node | undefined | FieldWalk;

/** A field to merge: its values in the target and in the patch. */
interface Pair {
  name: string;
  dest: Node | undefined;
  patch: Node | undefined;
}

export class FieldWalk {
  readonly dest: Mapping;
  readonly schema: SchemaNode | undefined;
  readonly #isPatch: boolean;
  readonly #isHashed: boolean;
  /** The patch's entries without a counterpart so far; undefined if there is no other mapping. */
  readonly #added: Map<string, Entry> | undefined;
  readonly #kept: Entry[] = [];
  #at = 0;
  #rest: Iterator<Entry> | undefined;
  #current: Entry | undefined;

  /**
   * @param patch May be `dest` itself.
   * @param isHashed Whether it matters which nodes kustomize makes.
   */
  constructor(dest: Mapping, patch: Mapping | undefined, schema: SchemaNode | undefined, isHashed: boolean) {
    this.dest = dest;
    this.#isHashed = isHashed;
    this.schema = schema;
    this.#isPatch = patch === dest;
    this.#added = patch === undefined || patch === dest ? undefined : firstEntries(patch);
  }

  /** The next field, whose merged value `add` takes. After the last one, sets the entries of `dest`. */
  next(nameOf: (entry: Entry) => string): Pair | undefined {
    while (this.#at < this.dest.entries.length) {
      const entry = this.dest.entries[this.#at++]!;
      const name = nameOf(entry);
      // The merge passes over all but the first of several equal keys.
      if (this.dest.entry(name) !== entry) {
        this.#kept.push(entry);
        continue;
      }
      const patch = this.#isPatch ? entry.value : this.#added?.get(name)?.value;
      this.#added?.delete(name);
      if (patch === undefined && isTaggedNull(entry.value)) {
        const text = scalarText(entry.value);
        if (text === "") continue;
        // kustomize makes a new node of it.
        if (this.#isHashed) entry.value = new Scalar(text, "plain", "!!null");
        this.#kept.push(entry);
        continue;
      }
      this.#current = entry;
      return { name, dest: entry.value, patch };
    }
    this.#rest ??= this.#added && sortedEntries(this.#added);
    this.#current = this.#rest?.next().value;
    if (this.#current !== undefined) {
      return { name: nameOf(this.#current), dest: undefined, patch: this.#current.value };
    }
    if (this.#kept.length === 0 && this.dest.entries.length > 0) noteEmptied(this.dest);
    this.dest.entries = this.#kept;
    return undefined;
  }

  /** Takes the merged value of the field that `next` returned. */
  add(merged: Node | undefined): void {
    const entry = this.#current;
    if (entry === undefined || merged === undefined) return;
    if (this.#rest !== undefined) {
      let { key } = entry;
      // kustomize makes a new node of the key, too. Without a hash the old one stays: messages need its place.
      if (this.#isHashed && key.kind === "scalar") key = new Scalar(key.value, key.style);
      if (isRebuilt(merged) && key.kind === "scalar") key.style = "plain";
      this.#kept.push({ key, value: quoteAmbiguous(merged) });
      return;
    }
    overwrite(entry, merged);
    this.#kept.push(entry);
  }
}

/** kustomize walks the fields in the order of their names. */
function sortedEntries(entries: ReadonlyMap<string, Entry>): Iterator<Entry> {
  const sorted = [...entries].sort(([a], [b]) => compareCodePoints(a, b));
  return sorted.map(([, entry]) => entry).values();
}

function noteEmptied(dest: Mapping): void {
  if (dest.source === undefined) dest.start = EMPTIED;
}

/** A list with merge keys is a new node, for which kustomize does not find the style of the key. */
function isRebuilt(merged: Node): boolean {
  return merged.kind === "sequence" && merged.source === undefined;
}
