/**
 * Writing texts as kyaml's FieldSetter writes them.
 *
 * A value that is there is overwritten where it stands: the style stays, and so does the node. That counts: one label that a
 * transformer adds in several places of a resource is a single node in kustomize, and whatever later overwrites one of them
 * (another label transformer, a strategic merge patch, a replacement) changes them all.
 */

import { type Mapping, Scalar, stringScalar } from "../tree/node.ts";

/**
 * Gives a scalar another text and tag; with tag "" its new text decides what it means, where the style is plain, and so does any
 * text that comes after it: the scalar counts as a made one, which has no place.
 */
export function overwriteScalar(scalar: Scalar, value: string, tag = ""): void {
  scalar.value = value;
  scalar.tag = tag;
  scalar.anchor = "";
  if (tag === "") scalar.source = undefined;
}

/**
 * Puts a text under a key: what is there keeps its style, so that `name: 12` may become the number 13. Nothing, put where
 * nothing is, is a null.
 */
export function setText(mapping: Mapping, key: string, value: string): void {
  const entry = mapping.entry(key);
  if (entry === undefined) mapping.entries.push({ key: new Scalar(key), value: madeText(value) });
  else if (entry.value.kind === "scalar") overwriteScalar(entry.value, value);
  else entry.value = new Scalar(value);
}

function madeText(value: string): Scalar {
  return value === "" ? new Scalar("") : stringScalar(value);
}
