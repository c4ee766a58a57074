/** How a merged value takes the place of the one before it: in the old one's style, as kyaml's FieldSetter does it. */

import { overwriteScalar } from "../yaml/value/set_text.ts";
import type { Entry, Node, Scalar } from "../yaml/tree/node.ts";
import { isMade, resolvePlain, tagOf } from "../yaml/scalar/resolve.ts";

/**
 * Puts `value` into an entry. The style of what was there stays: a number over a quoted text becomes text. A scalar is
 * overwritten where it stands (`set_text.ts` says why that counts).
 */
export function overwrite(entry: Entry, value: Node): void {
  const old = entry.value;
  quoteAmbiguous(value);
  if (value === old) return;
  if (value.kind === "scalar" && old.kind === "scalar") {
    overwriteScalar(old, value.value, tagInStyle(value, old));
    old.source = value.source;
    old.start = value.start;
    return;
  }
  if (value.kind === "mapping" || value.kind === "sequence") value.flow = old.kind === value.kind && old.flow;
  entry.value = value;
}

/** Quotes a plain text that YAML 1.1 reads as something else (`yes`, `on`): what overwrites it later stays text by that. */
export function quoteAmbiguous(value: Node): Node {
  if (value.kind === "scalar" && value.style === "plain" && isAmbiguous(value)) value.style = "double";
  return value;
}

function isAmbiguous(scalar: Scalar): boolean {
  if (scalar.value === "" || !isTakenForText(scalar) || isTagWritten(scalar)) return false;
  const resolved = resolvePlain(scalar.value, "v2");
  return resolved !== undefined && resolved.tag !== "!!timestamp";
}

/** kustomize gives the scalars that it makes of texts no tag, and takes them for text in a merge: `7` is a number till then. */
function isTakenForText(scalar: Scalar): boolean {
  return isMade(scalar) || tagOf(scalar) === "!!str";
}

/** The tag that keeps the meaning of `value` in the style of `old`: "" where text and style say it. */
function tagInStyle(value: Scalar, old: Scalar): string {
  const tag = tagOf(value);
  if (isTagWritten(old)) return tag;
  if (tag === (resolvePlain(value.value)?.tag ?? "!!str")) return "";
  return tag === "!!str" && old.style !== "plain" ? "" : tag;
}

/** Whether the user gave the scalar a tag: kustomize takes that for a part of its style, so it stays, with the new value's tag. */
function isTagWritten({ tag, source, start }: Scalar): boolean {
  if (tag === "" || source === undefined) return false;
  return /![^\s,[\]{}]*\s+(?:&\S+\s+)?$/.test(source.text.slice(Math.max(0, start - MAX_PROPERTIES), start));
}

/** How far before its content a scalar's tag may begin. */
const MAX_PROPERTIES = 200;
