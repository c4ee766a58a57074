/** How a merged value replaces the previous one: in its style, like kyaml's FieldSetter. */

import { overwriteScalar } from "../yaml/value/set_text.ts";
import type { Entry, Node, Scalar } from "../yaml/tree/node.ts";
import { isReadOtherwise } from "../yaml/read/new_text.ts";
import { isTagWritten } from "../yaml/scalar/written_tag.ts";
import { isMade, resolvePlain, tagOf } from "../yaml/scalar/resolve.ts";

/**
 * Puts `value` into an entry. Keeps the existing style: a number over a quoted text becomes text. A scalar is
 * overwritten in place (see `set_text.ts` for the reason).
 */
export function overwrite(entry: Entry, value: Node): void {
  const old = entry.value;
  quoteAmbiguous(value);
  if (value === old) return;
  if (value.kind === "scalar" && old.kind === "scalar") {
    const tag = tagInStyle(value, old);
    const hasWrittenTag = isTagWritten(old);
    overwriteScalar(old, value.value, tag);
    if (hasWrittenTag) old.tag = tag;
    old.source = value.source;
    old.start = value.start;
    return;
  }
  if (value.kind === "mapping" || value.kind === "sequence") value.flow = old.kind === value.kind && old.flow;
  entry.value = value;
}

/**
 * Quotes a plain text that YAML 1.1 reads as something else (`yes`, `on`), so that a value that overwrites it stays
 * text.
 */
export function quoteAmbiguous(value: Node): Node {
  if (value.kind === "scalar" && value.style === "plain" && isTakenForText(value) && !isTagWritten(value)) {
    if (isReadOtherwise(value.value)) value.style = "double";
  }
  return value;
}

/**
 * kustomize creates scalars from texts without a tag, and a merge treats them as text, even `7`, which was a number
 * before.
 */
function isTakenForText(scalar: Scalar): boolean {
  return isMade(scalar) || tagOf(scalar) === "!!str";
}

/** The tag that keeps the meaning of `value` in the style of `old`: "" if text and style imply it. */
function tagInStyle(value: Scalar, old: Scalar): string {
  if (isMade(value)) return "";
  const tag = tagOf(value);
  // kustomize treats a written tag as part of the style, which stays.
  if (isTagWritten(old) || value.source === undefined) return tag;
  const implied = old.style === "plain" ? resolvePlain(value.value)?.tag ?? "!!str" : "!!str";
  return tag === implied ? "" : tag;
}
