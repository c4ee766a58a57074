/**
 * Sets texts like kyaml's FieldSetter.
 *
 * An existing value is overwritten in place: its style and its node stay. That matters, because a label that a
 * transformer adds in several places of a resource is a single node in kustomize, and a later change of one of them (by
 * another label transformer, a strategic merge patch, a replacement) changes them all.
 */

import { isAmbiguous, resolvePlain } from "../scalar/resolve.ts";
import { type Mapping, Scalar } from "../tree/node.ts";

/**
 * Changes the text and tag of a scalar. With tag "" and a plain style, this and any later text decides the meaning. The
 * scalar counts as generated, and has no place.
 *
 * go-yaml does not write a tag that the text alone would have: a number in quotes becomes text.
 */
export function overwriteScalar(scalar: Scalar, value: string, tag = ""): void {
  scalar.value = value;
  const isTyped = scalar.style !== "plain" && resolvePlain(value)?.tag === tag;
  scalar.tag = isTyped ? "" : tag;
  if (scalar.isTyped !== isTyped) scalar.isTyped = isTyped;
  scalar.anchor = "";
  scalar.source = undefined;
}

/**
 * Sets the text of a key. An existing value keeps its style, so that `name: 12` may become the number 13. An empty text
 * for a missing key becomes null.
 */
export function setText(mapping: Mapping, key: string, value: string): void {
  const entry = mapping.entry(key);
  if (entry === undefined) mapping.entries.push({ key: new Scalar(key), value: madeText(value) });
  else if (entry.value.kind === "scalar") overwriteScalar(entry.value, value);
  else entry.value = new Scalar(value);
}

function madeText(value: string): Scalar {
  return new Scalar(value, value !== "" && isAmbiguous(value) ? "double" : "plain");
}
