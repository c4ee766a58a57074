/**
 * A comment after a key and its colon. go-yaml v3 writes it back there, and the value on the next line. If that is an
 * empty list or mapping in block style, go-yaml cannot read the result.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { atPlace } from "../tree/place.ts";
import { type Node, scalarText } from "../tree/node.ts";

/** A key, its colon and the start of a comment. */
const KEY_AND_COMMENT = /(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^"'\s].*?)[ \t]*:[ \t]+#/y;

/**
 * Fails if `key`, whose value became empty, has a comment after it. Only keys from the resource's own text `source`
 * keep their comments; those of a patch do not.
 */
export function checkKeyComment(key: Node, source: Source | undefined): void {
  if (source === undefined || key.source !== source) return;
  KEY_AND_COMMENT.lastIndex = key.start;
  if (!KEY_AND_COMMENT.test(source.text)) return;
  fail(
    "unsupported-yaml",
    `'${scalarText(key)}' has become empty, which kustomize cannot write with a comment after the key`,
    {
      ...atPlace(key),
      hint: "put the comment on its own line, above the key",
    },
  );
}
