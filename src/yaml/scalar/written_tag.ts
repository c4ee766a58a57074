/**
 * Tags that are written in the text. go-yaml treats them as part of a node's style; other tags are derived from the
 * value.
 */

import { lineStart } from "../../text/lines.ts";
import type { Node } from "../tree/node.ts";

export function isTagWritten({ tag, source, start }: Node): boolean {
  if (tag === "" || source === undefined) return false;
  let from = lineStart(source.text, start);
  let line = source.text.slice(from, start);
  // Empty lines and comments may separate the tag from the node.
  while (line.trim() === "" && from > 0) {
    const end = from - 1;
    from = lineStart(source.text, end);
    line = source.text.slice(from, end).replace(/(?:^|[ \t])#.*/, "");
  }
  return /(?:^|[\s,[{])!\S+(?:\s+&\S+)?\s*$/.test(line);
}
