/** Which lines of two texts are the same, with as few others as can be found in bounded time. */

import { pushAll } from "./push_all.ts";

/** A run of lines. One of the two is empty where lines are only added or only removed. */
export interface LineChange {
  /** Indexes of the first line, and of the one after the last. */
  before: [start: number, end: number];
  after: [start: number, end: number];
}

/** The runs of lines that differ, in order. */
export function diffLines(before: readonly string[], after: readonly string[]): LineChange[] {
  const changes: LineChange[] = [];
  const waiting: LineChange[] = [{ before: [0, before.length], after: [0, after.length] }];
  for (let range = waiting.pop(); range !== undefined; range = waiting.pop()) {
    const trimmed = trim(range, before, after);
    if (size(trimmed.before) === 0 && size(trimmed.after) === 0) continue;
    const anchors = commonLines(trimmed, before, after);
    if (anchors.length === 0) changes.push(trimmed);
    else pushAll(waiting, between(trimmed, anchors).reverse());
  }
  return changes;
}

function size([start, end]: readonly [number, number]): number {
  return end - start;
}

/** Without equal lines at both ends. */
function trim(
  { before: [start, end], after: [otherStart, otherEnd] }: LineChange,
  before: readonly string[],
  after: readonly string[],
): LineChange {
  while (start < end && otherStart < otherEnd && before[start] === after[otherStart]) {
    start++;
    otherStart++;
  }
  while (start < end && otherStart < otherEnd && before[end - 1] === after[otherEnd - 1]) {
    end--;
    otherEnd--;
  }
  return { before: [start, end], after: [otherStart, otherEnd] };
}

type Anchor = [before: number, after: number];

/** The ranges that anchors leave between them, each anchor at the start of one. */
function between({ before, after }: LineChange, anchors: readonly Anchor[]): LineChange[] {
  const ranges: LineChange[] = [];
  let [start, otherStart] = [before[0], after[0]];
  for (const [line, other] of anchors) {
    ranges.push({ before: [start, line], after: [otherStart, other] });
    [start, otherStart] = [line + 1, other + 1];
  }
  return [...ranges, { before: [start, before[1]], after: [otherStart, after[1]] }];
}

/** Ranges with more pairs of lines are compared only by lines that occur once in each. */
const MAX_PAIRS = 1 << 20;

function commonLines(range: LineChange, before: readonly string[], after: readonly string[]): Anchor[] {
  const unique = uniqueLines(range, before, after);
  if (unique.length > 0) return longestRising(unique);
  return size(range.before) * size(range.after) <= MAX_PAIRS ? longestCommon(range, before, after) : [];
}

/** Lines that occur once in each range, in the order of the first one (patience diff). */
function uniqueLines(range: LineChange, before: readonly string[], after: readonly string[]): Anchor[] {
  const ours = onlyLines(range.before, before);
  const theirs = onlyLines(range.after, after);
  return [...ours].flatMap(([line, index]): Anchor[] => {
    const other = theirs.get(line);
    return index < 0 || other === undefined || other < 0 ? [] : [[index, other]];
  });
}

/** The index of each line, -1 if it occurs more than once. */
function onlyLines([start, end]: readonly [number, number], lines: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (let index = start; index < end; index++) found.set(lines[index]!, found.has(lines[index]!) ? -1 : index);
  return found;
}

/** The longest run of anchors that rises on both sides, by patience sorting. */
function longestRising(anchors: readonly Anchor[]): Anchor[] {
  const tops: number[] = [];
  const previous: number[] = [];
  for (const [at, [, value]] of anchors.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (anchors[tops[middle]!]![1] < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = tops[low - 1] ?? -1;
    tops[low] = at;
  }
  const run: Anchor[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at]!) run.push(anchors[at]!);
  return run.reverse();
}

/** The longest common subsequence, by dynamic programming. */
function longestCommon(range: LineChange, before: readonly string[], after: readonly string[]): Anchor[] {
  const [[start, end], [otherStart, otherEnd]] = [range.before, range.after];
  const width = otherEnd - otherStart + 1;
  const lengths = new Uint32Array((end - start + 1) * width);
  const at = (line: number, other: number) => (line - start) * width + other - otherStart;
  for (let line = end - 1; line >= start; line--) {
    for (let other = otherEnd - 1; other >= otherStart; other--) {
      lengths[at(line, other)] = before[line] === after[other]
        ? lengths[at(line + 1, other + 1)]! + 1
        : Math.max(lengths[at(line + 1, other)]!, lengths[at(line, other + 1)]!);
    }
  }
  const common: Anchor[] = [];
  for (let [line, other] = [start, otherStart]; line < end && other < otherEnd;) {
    if (before[line] === after[other]) common.push([line++, other++]);
    else if (lengths[at(line + 1, other)]! >= lengths[at(line, other + 1)]!) line++;
    else other++;
  }
  return common;
}
