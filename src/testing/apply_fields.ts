/** Applies the `fields` of a resource in a DiffReport, as its documentation describes them. */

import { escapePart, pointerParts } from "../text/json_pointer.ts";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface FieldReport {
  before?: { pointer: string; value: Json };
  after?: { pointer: string; value: Json };
  order?: number[];
}

/** The resource after, from the one before. */
export function applyFields(before: Json, fields: readonly FieldReport[]): Json {
  return new Application(fields).apply(before, "", "");
}

class Application {
  readonly #removed = new Set<string>();
  readonly #changed = new Map<string, Json>();
  readonly #added = new Map<string, Json>();
  readonly #orders = new Map<string, number[]>();

  constructor(fields: readonly FieldReport[]) {
    for (const { before, after, order } of fields) {
      if (order !== undefined) this.#orders.set(before!.pointer, order);
      else if (before === undefined) this.#added.set(after!.pointer, after!.value);
      else if (after === undefined) this.#removed.add(before.pointer);
      else this.#changed.set(before.pointer, after.value);
    }
  }

  /** @param at The pointer before, and the one after. */
  apply(value: Json, from: string, to: string): Json {
    const changed = this.#changed.get(from);
    if (changed !== undefined) return changed;
    if (Array.isArray(value)) return this.#applyList(value, from, to);
    return typeof value === "object" && value !== null ? this.#applyObject(value, from, to) : value;
  }

  #applyObject(value: { [key: string]: Json }, from: string, to: string): Json {
    const kept = Object.entries(value).filter(([key]) => !this.#removed.has(`${from}/${escapePart(key)}`));
    const fields = kept.map(([key, child]): [string, Json] => [
      key,
      this.apply(child, `${from}/${escapePart(key)}`, `${to}/${escapePart(key)}`),
    ]);
    return Object.fromEntries([...fields, ...this.#addedTo(to)]);
  }

  #applyList(items: Json[], from: string, to: string): Json {
    const kept = [...items.keys()].filter((index) => !this.#removed.has(`${from}/${index}`));
    const added = new Map(this.#addedTo(to));
    const turns = kept.values();
    const order = this.#orders.get(from) ??
      Array.from({ length: kept.length + added.size }, (_, index) => added.has(`${index}`) ? -1 : turns.next().value!);
    return order.map((index, place) =>
      index < 0 ? added.get(`${place}`)! : this.apply(items[index]!, `${from}/${index}`, `${to}/${place}`)
    );
  }

  #addedTo(pointer: string): [key: string, value: Json][] {
    return [...this.#added].flatMap(([place, value]): [string, Json][] => {
      const key = place.slice(pointer.length + 1);
      return place.startsWith(`${pointer}/`) && !key.includes("/") ? [[pointerParts(`/${key}`)[0]!, value]] : [];
    });
  }
}
