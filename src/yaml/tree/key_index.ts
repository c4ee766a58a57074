/** Finds keys of large mappings by an index, so that adding n keys one by one takes time in proportion to n. */

/** The part of an entry used here. */
interface Keyed {
  readonly key: { readonly kind: "scalar"; readonly value: string } | {
    readonly kind: "mapping" | "sequence" | "alias";
  };
}

/** A mapping with fewer entries is searched one by one, which is as fast. */
export const LARGE = 128;

/** The positions of the first entries of an array. */
interface KeyIndex {
  positions: Map<string, number>;
  /** How many entries are indexed, and the last of them. */
  count: number;
  last: Keyed | undefined;
}

const indexes = new WeakMap<readonly Keyed[], KeyIndex>();

/**
 * The first entry whose key is a scalar with this text. Callers change the array as they like, except that they add
 * entries at the end only, and leave keys as they are: an index that no longer fits is built again.
 */
export function indexedEntry<E extends Keyed>(entries: readonly E[], key: string): E | undefined {
  const position = indexOf(entries).positions.get(key);
  if (position === undefined) return undefined;
  const entry = entries[position];
  if (entry !== undefined && hasKey(entry, key)) return entry;
  indexes.delete(entries);
  return entries.find((other) => hasKey(other, key));
}

function indexOf(entries: readonly Keyed[]): KeyIndex {
  let index = indexes.get(entries);
  if (index === undefined || entries.length < index.count || entries[index.count - 1] !== index.last) {
    indexes.set(entries, index = { positions: new Map(), count: 0, last: undefined });
  }
  const { positions } = index;
  for (; index.count < entries.length; index.count++) {
    const { key } = index.last = entries[index.count]!;
    if (key.kind === "scalar" && !positions.has(key.value)) positions.set(key.value, index.count);
  }
  return index;
}

function hasKey({ key }: Keyed, text: string): boolean {
  return key.kind === "scalar" && key.value === text;
}
