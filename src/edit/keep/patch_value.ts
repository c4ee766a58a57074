/**
 * Edits values in their text, with as few changes as possible. Each function gets the node in the text, its current
 * value (`before`) and its new value (`after`), both encoded.
 */

import { type Entry, Mapping, type Node, Scalar, scalarText, Sequence } from "../../yaml/tree/node.ts";
import { sameValue } from "./same_value.ts";
import { isInOrder, matchItems } from "./match_items.ts";
import { entryText, type Indent, inlineText, itemText, valueText } from "./new_text.ts";
import { entrySpan, itemSpans, nodeEnd, type Span } from "../../yaml/tree/node_spans.ts";
import { columnOf, lineStart, nextLine } from "../../text/lines.ts";
import { addToList } from "../../text/multimap.ts";
import { contentLines, entryLines } from "./content_lines.ts";
import { patchFlowMapping, patchFlowSequence } from "./patch_flow.ts";
import type { TextEdits } from "./text_edits.ts";

/** Edits a value in place; returns false if it must be rewritten. */
function patchValue(edits: TextEdits, node: Node, before: Node, after: Node): boolean {
  if (node instanceof Mapping && before instanceof Mapping && after instanceof Mapping) {
    if (node.flow) return patchFlowMapping(edits, node, before, after);
    return after.entries.length > 0 && patchMapping(edits, node, before, after, () => appendAfter(edits, node));
  }
  if (node instanceof Sequence && before instanceof Sequence && after instanceof Sequence) {
    if (node.flow) return patchFlowSequence(edits, node, before, after);
    return after.items.length > 0 && patchSequence(edits, node, before, after);
  }
  if (!(node instanceof Scalar && after instanceof Scalar)) return false;
  const text = node.value === "" ? undefined : inlineText(after, node);
  if (text === undefined) return false;
  edits.replace(node.start, nodeEnd(edits.text, node), text);
  return true;
}

/** The position after the last line of a mapping's content. */
function appendAfter(edits: TextEdits, node: Mapping): number {
  return nextLine(edits.text, nodeEnd(edits.text, node));
}

/**
 * Edits a block mapping; returns false if a changed key is repeated or comes from a merge key.
 *
 * @param placeOf Where the lines of a new entry go.
 */
export function patchMapping(
  edits: TextEdits,
  node: Mapping,
  before: Mapping,
  after: Mapping,
  placeOf: (name: string) => number,
): boolean {
  const changed = changedNames(before, after);
  const written = entriesByName(node, new Set([...namesOf(before), ...namesOf(after)]));
  if (written === undefined || changed.some((name) => (written.get(name)?.length ?? 0) > 1)) return false;
  const indent = indentIn(edits.text, node);
  const isNew = (name: string) => !written.has(name);
  // New entries come last, because additions to the last entry go to the same place.
  for (const name of [...changed.filter((name) => !isNew(name)), ...changed.filter(isNew)]) {
    const entry = written.get(name)?.[0];
    const [old, value] = [before.get(name), after.get(name)];
    if (entry === undefined) {
      if (value !== undefined) edits.insertLines(placeOf(name), entryText(name, value, indent));
    } else if (value === undefined) removeEntry(edits, node, entry);
    else if (old === undefined || !patchValue(edits, entry.value, old, value)) {
      rewriteEntry(edits, entry, name, value, indent);
    }
  }
  return true;
}

/** The indentation of entries, and of lists under them, in a mapping. */
function indentIn(text: string, node: Mapping): Indent {
  const keys = columnOf(text, node.start);
  const list = node.entries.map(({ value }) => value).find((value) => value.kind === "sequence" && !value.flow);
  return { keys, lists: list === undefined ? 0 : columnOf(text, list.start) - keys };
}

/** The names whose values differ, removed ones first, in the order of the new ones. */
function changedNames(before: Mapping, after: Mapping): string[] {
  const gone = namesOf(before).filter((name) => after.get(name) === undefined);
  const changed = after.entries.filter(({ key, value }) => !sameValue(before.get(scalarText(key)), value));
  return [...gone, ...changed.map(({ key }) => scalarText(key))];
}

function namesOf(mapping: Mapping): string[] {
  return mapping.entries.map(({ key }) => scalarText(key));
}

/** The entries by the names of the values, which may differ in case; undefined if some come from a merge key. */
function entriesByName(node: Mapping, names: Set<string>): Map<string, Entry[]> | undefined {
  const folded = new Map([...names].map((name) => [name.toLowerCase(), name]));
  const entries = new Map<string, Entry[]>();
  for (const entry of node.entries) {
    const { key } = entry;
    if (!(key instanceof Scalar) || key.value === "<<") return undefined;
    const name = names.has(key.value) ? key.value : folded.get(key.value.toLowerCase()) ?? key.value;
    addToList(entries, name, entry);
  }
  return entries;
}

/** Removes an entry's lines; comments between them stay. */
export function removeEntry(edits: TextEdits, node: Mapping, entry: Entry): void {
  const { text } = edits;
  const start = lineStart(text, entry.key.start);
  const isOnDashLine = text.slice(start, entry.key.start).trim() !== "";
  const next = node.entries[node.entries.indexOf(entry) + 1];
  if (isOnDashLine && next !== undefined) edits.replace(entry.key.start, next.key.start, "");
  else for (const { start, end } of merged(entryLines(text, entry))) edits.replace(start, end, "");
}

/** Rewrites the value of a key. */
function rewriteEntry(edits: TextEdits, entry: Entry, name: string, value: Node, indent: Indent): void {
  const { text } = edits;
  const { colon, end } = entrySpan(text, entry);
  const lines = valueText(name, value, indent);
  const keyLineEnd = nextLine(text, colon);
  if (lines.startsWith("\n") && end < keyLineEnd) {
    // A block collection starts on the next line, so that a comment after the key stays there.
    const rest = text.slice(end, keyLineEnd);
    edits.replace(colon + 1, keyLineEnd, rest.trim() === "" ? "\n" : rest.replace(/\n?$/, "\n"));
    edits.insert(keyLineEnd, lines.slice(1));
  } else edits.replace(colon + 1, end, lines.replace(/\n$/, ""));
}

function patchSequence(edits: TextEdits, node: Sequence, before: Sequence, after: Sequence): boolean {
  const matches = matchItems(before, after);
  const spans = itemSpans(edits.text, node);
  const list: EditedList = { edits, node, before, after, matches, spans, indent: columnOf(edits.text, node.start) };
  patchChangedItems(list);
  if (isInOrder(matches)) insertAndRemoveItems(list);
  else reorderItems(list);
  return true;
}

interface EditedList {
  edits: TextEdits;
  node: Sequence;
  before: Sequence;
  after: Sequence;
  /** For each new item the index of the old one, or -1. */
  matches: number[];
  spans: Span[];
  indent: number;
}

function patchChangedItems({ edits, node, before, after, matches, spans, indent }: EditedList): void {
  matches.forEach((match, place) => {
    if (match < 0) return;
    const [old, item] = [before.items[match]!, after.items[place]!];
    if (sameValue(old, item) || patchValue(edits, node.items[match]!, old, item)) return;
    const { start, end } = spans[match]!;
    edits.replace(start, end, itemText(item, indent).trim());
  });
}

function insertAndRemoveItems({ edits, node, after, matches, spans, indent }: EditedList): void {
  const { text } = edits;
  let end = lineStart(text, spans[0]!.start);
  matches.forEach((match, place) => {
    if (match >= 0) end = nextLine(text, spans[match]!.end);
    else edits.insertLines(end, itemText(after.items[place]!, indent));
  });
  node.items.forEach((item, index) => {
    if (matches.includes(index)) return;
    const lines = [lineSpan(text, spans[index]!.start), ...contentLines(text, item)];
    for (const { start, end } of merged(lines)) edits.replace(start, end, "");
  });
}

/** Writes the items in their new order, each with the comments above it; comments of removed items stay at the end. */
function reorderItems({ edits, after, matches, spans, indent }: EditedList): void {
  const { text } = edits;
  const start = aboveComments(text, lineStart(text, spans[0]!.start));
  const ends = spans.map((span) => nextLine(text, span.end));
  const startOf = (index: number) => index === 0 ? start : ends[index - 1]!;
  const blocks = matches.map((match, place) =>
    match < 0 ? itemText(after.items[place]!, indent) : withBreak(edits.applyWithin(startOf(match), ends[match]!))
  );
  const removed = [...spans.keys()].filter((index) => !matches.includes(index));
  const comments = removed.map((index) => text.slice(startOf(index), lineStart(text, spans[index]!.start)));
  edits.replaceAll(start, ends.at(-1)!, [...blocks, ...comments].join(""));
}

/** The start of the comments and empty lines directly above a line. */
function aboveComments(text: string, line: number): number {
  let start = line;
  for (;;) {
    const above = lineStart(text, start - 1);
    if (!/^[ \t]*(#|\r?\n)/.test(text.slice(above, start))) return start;
    start = above;
  }
}

function withBreak(lines: string): string {
  return lines.endsWith("\n") ? lines : `${lines}\n`;
}

function lineSpan(text: string, offset: number): Span {
  return { start: lineStart(text, offset), end: nextLine(text, offset) };
}

/** The spans in order, with adjoining or overlapping ones merged. */
function merged(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}
