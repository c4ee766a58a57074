/** The lines of a text that belong to nodes. */

import type { Entry, Node } from "../../yaml/tree/node.ts";
import { entrySpan, isMissing, itemSpans, nodeEnd, type Span } from "../../yaml/tree/node_spans.ts";
import { lineStart, nextLine } from "../../text/lines.ts";

/** The whole lines of a node, without those that only contain comments or blanks. */
export function contentLines(text: string, node: Node): Span[] {
  switch (node.kind) {
    case "mapping":
      if (node.flow) break;
      return node.entries.flatMap((entry) => entryLines(text, entry));
    case "sequence": {
      if (node.flow) break;
      const spans = itemSpans(text, node);
      return node.items.flatMap((item, index) => [lineOf(text, spans[index]!.start), ...contentLines(text, item)]);
    }
  }
  return isMissing(node) ? [] : [{ start: lineStart(text, node.start), end: nextLine(text, nodeEnd(text, node)) }];
}

/** The whole lines of an entry, like `contentLines`. */
export function entryLines(text: string, entry: Entry): Span[] {
  return [lineOf(text, entrySpan(text, entry).colon), ...contentLines(text, entry.value)];
}

function lineOf(text: string, offset: number): Span {
  return { start: lineStart(text, offset), end: nextLine(text, offset) };
}
