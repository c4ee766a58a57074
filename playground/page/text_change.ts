/** What an output has that the one before lacked. */

/** How many items two texts or lists have in common at their start and, beyond that, at their end. */
export function shared<Item>(old: ArrayLike<Item>, now: ArrayLike<Item>): { head: number; tail: number } {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return { head, tail };
}

/** Lines, counted from 0, of the part that differs, except those that this part had before. */
export function freshLines(old: string, now: string): number[] {
  const before = old.split("\n");
  const after = now.split("\n");
  const { head, tail } = shared(before, after);
  const gone = new Set(before.slice(head, before.length - tail));
  return [...after.keys()].slice(head, after.length - tail).filter((line) => !gone.has(after[line]!));
}
