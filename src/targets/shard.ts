/** `--shard I/N`: one share of the targets, for parallel jobs. */

import { fail } from "../diagnostics/diagnostic.ts";

/** One of several equal shares. */
export interface Shard {
  /** The number of the share, starting at 1. */
  index: number;
  /** The number of shares. */
  count: number;
}

/** Reads `2/5`. */
export function parseShard(text: string): Shard {
  const [, index = 0, count = 0] = /^(\d{1,6})\/(\d{1,6})$/.exec(text)?.map(Number) ?? [];
  if (index >= 1 && index <= count) return { index, count };
  fail("invalid-flag-value", `illegal flag value --shard ${text}`, {
    hint: "write the number of this job and the number of all jobs: --shard 1/4 to --shard 4/4",
  });
}

/**
 * The share of a list. Every item is in exactly one share. The shares depend only on the order of the list, and have
 * about equal lengths.
 */
export function shardOf<Item>(items: readonly Item[], shard: Shard | undefined): Item[] {
  return items.filter((_, at) => shard === undefined || at % shard.count === shard.index - 1);
}
