/**
 * A list whose elements are found by the values of their merge keys.
 *
 * Matching, and the side effects of changing one element on the others, are exactly those of kyaml's ElementSetter and
 * ElementMatcher: irregular lists (an element without the key, a repeated key) have the same strange results. Elements
 * are indexed by the first key, so that merging long lists does not search them again and again.
 */

import { fail } from "../diagnostics/diagnostic.ts";
import { addToList } from "../text/multimap.ts";
import { atPlace } from "../yaml/tree/place.ts";
import { type Node, scalarText } from "../yaml/tree/node.ts";
import { describeNode } from "../yaml/value/describe_node.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { describeKind } from "../yaml/tree/describe.ts";

export class KeyedList {
  /** Elements in order; a removed one leaves a hole. */
  #slots: (Node | undefined)[] = [];
  readonly #primary: string;
  /** Slots by the text of the first key; may include slots that have become holes. */
  readonly #byPrimary = new Map<string, number[]>();
  #hasEmpty = false;
  #hasCollections = false;

  /** @param primary The first merge key, "" in a list of scalars. */
  constructor(elements: Iterable<Node>, primary: string) {
    this.#primary = primary;
    for (const element of elements) this.append(element);
  }

  get elements(): Node[] {
    return this.#slots.filter((element) => element !== undefined);
  }

  append(element: Node): void {
    this.#slots.push(undefined);
    this.#put(this.#slots.length - 1, element);
  }

  /** The first element that has all keys with exactly these texts. */
  find(keys: readonly string[], values: readonly string[]): Node | undefined {
    for (const slot of this.#candidates(keys, values, true)) {
      const element = this.#slots[slot];
      if (element !== undefined && keys.every((key, index) => elementKey(element, key) === values[index])) {
        return element;
      }
    }
    return undefined;
  }

  /** Replaces each matching element with `element`. If none matches, appends it unless it is null. */
  set(keys: readonly string[], values: readonly string[], element: Node): void {
    if (!this.#change(keys, values, element) && !isNull(element)) this.append(element);
  }

  /**
   * Removes every matching element.
   *
   * @param emptied Whether an element has lost all its fields since it was added; then it is removed too.
   */
  remove(keys: readonly string[], values: readonly string[], emptied = false): void {
    this.#hasEmpty ||= emptied;
    this.#change(keys, values, undefined);
  }

  #change(keys: readonly string[], values: readonly string[], element: Node | undefined): boolean {
    if (this.#hasEmpty) this.#dropEmpty();
    if (this.#hasCollections && this.#primary === "") this.#checkScalars();
    if (values.length === 0) {
      // A setter without values keeps nothing.
      this.#slots = [];
      this.#byPrimary.clear();
      return false;
    }
    let found = false;
    for (const slot of this.#candidates(keys, values, false)) {
      const old = this.#slots[slot];
      if (old === undefined || !matches(old, keys, values)) continue;
      found = true;
      if (element === undefined) this.#slots[slot] = undefined;
      else this.#put(slot, element);
    }
    return found;
  }

  /** The slots that may match. In a change, an empty text matches more than equal texts, so the index does not help. */
  #candidates(keys: readonly string[], values: readonly string[], exact: boolean): Iterable<number> {
    if (keys[0] !== this.#primary || (values[0] === "" && !exact)) return this.#slots.keys();
    return [...this.#byPrimary.get(values[0]!) ?? []];
  }

  #put(slot: number, element: Node): void {
    const old = this.#slots[slot];
    this.#slots[slot] = element;
    this.#hasEmpty ||= isEmptyElement(element);
    this.#hasCollections ||= element.kind !== "scalar";
    const text = elementKey(element, this.#primary);
    if (text === undefined || (old !== undefined && elementKey(old, this.#primary) === text)) return;
    addToList(this.#byPrimary, text, slot);
  }

  /** Fails on a collection among scalars. */
  #checkScalars(): void {
    for (const element of this.#slots) {
      if (element !== undefined && element.kind !== "scalar") failElement(element, "scalar");
    }
  }

  #dropEmpty(): void {
    this.#slots.forEach((element, slot) => {
      if (element !== undefined && isEmptyElement(element)) this.#slots[slot] = undefined;
    });
    this.#hasEmpty = false;
  }
}

/** A null or `{}`, which kyaml drops from a list whenever it changes the list by key. */
export function isEmptyElement(node: Node): boolean {
  return isNull(node) || (node.kind === "mapping" && node.entries.length === 0);
}

/** The text of an element's key ("" for a collection), undefined if it has no such key; for key "", its own text. */
export function elementKey(element: Node, key: string): string | undefined {
  if (key === "") return scalarText(element);
  const value = element.kind === "mapping" ? element.get(key) : undefined;
  return value === undefined || value.kind === "scalar" ? value?.value : "";
}

/** Whether an element matches for a change. A missing value counts as a match, and an empty value matches any text. */
function matches(element: Node, keys: readonly string[], values: readonly string[]): boolean {
  if (keys[0] === "") return elementKey(element, "") === values[0];
  if (element.kind !== "mapping") failElement(element, "mapping");
  return values.every((value, index) => {
    const text = elementKey(element, keys[index]!);
    return text !== undefined && (value === "" || text === value);
  });
}

export function failElement(element: Node, expected: Node["kind"]): never {
  const found = describeNode(element);
  fail(
    "wrong-type",
    `an element of a merged list must be ${describeKind(expected)}, but is ${found}`,
    atPlace(element),
  );
}
