/** Sorts as Go does where the order is not transitive, so that the algorithm shows. */

/** Go's `sort.Sort` inserts up to so many items one by one. */
const MOST_INSERTED = 12;

/**
 * Sorts in place. The result is that of Go's `sort.Sort` for up to 12 items, and for more if `compare` is transitive and
 * no items are equal.
 */
export function sortLikeGo<Item>(items: Item[], compare: (a: Item, b: Item) => number): void {
  if (items.length > MOST_INSERTED) items.sort(compare);
  else for (let next = 1; next < items.length; next++) insert(items, next, compare);
}

/** Moves an item back past those that it is less than, up to the first that it is not. */
function insert<Item>(items: Item[], from: number, compare: (a: Item, b: Item) => number): void {
  const item = items[from]!;
  let at = from;
  for (; at > 0 && compare(item, items[at - 1]!) < 0; at--) items[at] = items[at - 1]!;
  items[at] = item;
}
