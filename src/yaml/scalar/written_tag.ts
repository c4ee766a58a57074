/**
 * Tags that are written in the text. go-yaml treats them as part of a node's style; other tags are derived from the
 * value.
 */

import type { Node } from "../tree/node.ts";

export function isTagWritten({ tag, source, start }: Node): boolean {
  if (tag === "" || source === undefined) return false;
  let lineStart = source.text.lastIndexOf("\n", start - 1) + 1;
  let line = source.text.slice(lineStart, start);
  // Empty lines and comments may separate the tag from the node.
  while (line.trim() === "" && lineStart > 0) {
    const end = lineStart - 1;
    lineStart = source.text.lastIndexOf("\n", end - 1) + 1;
    line = source.text.slice(lineStart, end).replace(/(?:^|[ \t])#.*/, "");
  }
  return /(?:^|[\s,[{])!\S+(?:\s+&\S+)?\s*$/.test(line);
}
