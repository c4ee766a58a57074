/** New names of resources: a reference that follows one is not reported as a separate change. */

import { addToList } from "../text/multimap.ts";
import type { Pair } from "./report.ts";
import { HASH } from "./unhashed_name.ts";

const HASHED_NAMES = new RegExp(`[a-z0-9][a-z0-9.-]*-${HASH}(?![a-z0-9-])`, "g");

export class NewNames {
  /** By the old name, and by the old name and namespace. */
  readonly #byName = new Map<string, Pair[]>();

  constructor(pairs: readonly Pair[]) {
    for (const pair of pairs) {
      const { before, after } = pair;
      if (before === undefined || after === undefined || before.name === after.name) continue;
      for (const key of [before.name, keyOf(before.name, before.namespace)]) {
        addToList(this.#byName, key, pair);
      }
    }
  }

  get areNone(): boolean {
    return this.#byName.size === 0;
  }

  /** The resource whose new name turns `before` into `after` in a field of a resource in `namespace`. */
  followed(before: string, after: string, namespace: string): Pair | undefined {
    const candidates = [...this.#byName.get(keyOf(before, namespace)) ?? [], ...this.#byName.get(before) ?? []];
    const named = candidates.find((pair) => pair.after?.name === after);
    if (named !== undefined) return named;
    let pair: Pair | undefined;
    const text = before.replace(HASHED_NAMES, (name) => {
      const found = this.#pairOf(name, namespace);
      pair ??= found;
      return found?.after?.name ?? name;
    });
    return text === after ? pair : undefined;
  }

  /**
   * Translates a text of the old side to the new one if it is a generated name, which is unique.
   */
  meant(text: string, namespace: string): string {
    return text.replace(HASHED_NAMES, (name) => this.#pairOf(name, namespace)?.after?.name ?? name);
  }

  #pairOf(name: string, namespace: string): Pair | undefined {
    return this.#byName.get(keyOf(name, namespace))?.[0] ?? this.#byName.get(name)?.[0];
  }
}

function keyOf(name: string, namespace: string): string {
  return `${namespace}\0${name}`;
}
