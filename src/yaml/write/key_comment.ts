/**
 * A comment behind a key and its colon. go-yaml v3 writes it there again, and what follows on a line of its own: where that
 * is an empty list or mapping in block style, its brackets are more than go-yaml can read.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { atPlace, type Node } from "../tree/node.ts";

/** A key, its colon and the beginning of a comment. */
const KEY_AND_COMMENT = /(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^"'\s].*?)[ \t]*:[ \t]+#/y;

/**
 * Fails where `key`, of a value that became empty, has a comment behind it. Only the keys of the resource's own text
 * `source` keep their comments: a patch brings none.
 */
export function failOnKeyComment(key: Node, source: Source | undefined): void {
  if (key.kind !== "scalar" || key.source === undefined || key.source !== source) return;
  KEY_AND_COMMENT.lastIndex = key.start;
  if (!KEY_AND_COMMENT.test(source.text)) return;
  fail(
    "unsupported-yaml",
    `'${key.value}' has become empty, which kustomize cannot write with a comment behind the key`,
    {
      ...atPlace(key),
      hint: "put the comment on a line of its own, above the key",
    },
  );
}
