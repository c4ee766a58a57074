/** Tags that stand in the text. go-yaml takes them for a part of a node's style; others are what it takes a node for. */

import type { Node } from "../tree/node.ts";

export function isTagWritten({ tag, source, start }: Node): boolean {
  if (tag === "" || source === undefined) return false;
  let lineStart = source.text.lastIndexOf("\n", start - 1) + 1;
  let line = source.text.slice(lineStart, start);
  // Empty lines and comments may stand between the tag and the node.
  while (line.trim() === "" && lineStart > 0) {
    const end = lineStart - 1;
    lineStart = source.text.lastIndexOf("\n", end - 1) + 1;
    line = source.text.slice(lineStart, end).replace(/(?:^|[ \t])#.*/, "");
  }
  return /(?:^|[\s,[{])!\S*(?:\s+&\S+)?\s*$/.test(line);
}
