/** Edits flow lists and mappings: unchanged members keep their text. */

import { type Mapping, scalarText, type Sequence } from "../../yaml/tree/node.ts";
import { sameValue } from "./same_value.ts";
import { isInOrder, matchItems } from "./match_items.ts";
import { flowEntryText, flowText } from "./new_text.ts";
import { entrySpan, nodeEnd, type Span } from "../../yaml/tree/node_spans.ts";
import { lineStart, nextLine } from "../../text/lines.ts";
import type { TextEdits } from "./text_edits.ts";

/** The changes to the members of a collection. */
interface MemberChanges {
  /** For each old member its new text, "keep" or "remove". */
  old: ({ text: string } | "keep" | "remove")[];
  /** New members, each after the old one with this index, or (-1) before all. */
  added: { previous: number; text: string }[];
}

/** Edits a flow list; returns false if its items change their order, or none is kept. */
export function patchFlowSequence(edits: TextEdits, node: Sequence, before: Sequence, after: Sequence): boolean {
  const matches = matchItems(before, after);
  if (!isInOrder(matches)) return false;
  const changes: MemberChanges = { old: node.items.map(() => "remove"), added: [] };
  let previous = -1;
  matches.forEach((match, place) => {
    const item = after.items[place]!;
    if (match < 0) changes.added.push({ previous, text: flowText(item) });
    else {
      changes.old[match] = sameValue(before.items[match]!, item) ? "keep" : { text: flowText(item) };
      previous = match;
    }
  });
  const spans = node.items.map((item) => ({ start: item.start, end: nodeEnd(edits.text, item) }));
  return changeMembers(edits, spans, changes);
}

/** Edits a flow mapping; returns false if no entry is kept. */
export function patchFlowMapping(edits: TextEdits, node: Mapping, before: Mapping, after: Mapping): boolean {
  const names = node.entries.map(({ key }) => scalarText(key));
  const changes: MemberChanges = {
    old: names.map((name) => {
      const value = after.get(name);
      if (value === undefined) return before.get(name) === undefined ? "keep" : "remove";
      return sameValue(before.get(name), value) ? "keep" : { text: flowEntryText(after.entry(name)!.key, value) };
    }),
    added: [],
  };
  const previous = changes.old.findLastIndex((change) => change !== "remove");
  for (const { key, value } of after.entries) {
    const name = scalarText(key);
    // The value may be the same without being written: kustomize writes some empty fields.
    const isThere = names.includes(name) || sameValue(before.get(name), value);
    if (!isThere) changes.added.push({ previous, text: flowEntryText(key, value) });
  }
  return changeMembers(edits, node.entries.map((entry) => entrySpan(edits.text, entry)), changes);
}

function changeMembers(edits: TextEdits, spans: Span[], { old, added }: MemberChanges): boolean {
  const last = old.findLastIndex((change) => change !== "remove");
  if (last < 0) return false;
  for (const { previous, text } of added) {
    if (previous < 0) edits.insert(spans[0]!.start, `${text}, `);
    else edits.insert(spans[previous]!.end, `, ${text}`);
  }
  old.forEach((change, index) => {
    const { start, end } = spans[index]!;
    if (typeof change === "object") edits.replace(start, end, change.text);
    if (change !== "remove") return;
    const lines = ownLines(edits.text, spans[index]!);
    if (lines !== undefined) edits.replace(lines.start, lines.end, "");
    else if (index < last) edits.replace(start, spans[index + 1]!.start, "");
    // Each of those at the end also removes the comma before it.
    else edits.replace(spans[index - 1]!.end, end, "");
  });
  return true;
}

/** The lines of a member, if it shares them with no other. */
function ownLines(text: string, { start, end }: Span): Span | undefined {
  const lines = { start: lineStart(text, start), end: nextLine(text, end) };
  const isAlone = text.slice(lines.start, start).trim() === "" && /^\s*,?\s*(#.*)?\n$/.test(text.slice(end, lines.end));
  return isAlone ? lines : undefined;
}
