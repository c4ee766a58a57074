/** Texts of new fields, which kyaml quotes if YAML 1.1 would read them as something else: a later text keeps the style. */

import { Source } from "../../diagnostics/source.ts";
import { isAmbiguous, isPlainWord } from "../scalar/resolve.ts";
import { type Node, Scalar, stringScalar } from "../tree/node.ts";
import { parseDocument } from "./parse.ts";

/** A text for a new field. */
export function newText(value: string): Scalar {
  return isReadOtherwise(value) ? new Scalar(value, "double", "!!str") : stringScalar(value);
}

/** What may begin or separate something other than plain text. */
const STRUCTURE = /^[\s#&!?[{"'-]|^\.{3}|:(?:\s|$)|\s#/;

/** Whether a line is a YAML document of a value other than text. Several lines count as text. */
export function isReadOtherwise(value: string): boolean {
  if (isPlainWord(value) || value.includes("\n")) return false;
  return isAmbiguous(value) || STRUCTURE.test(value) && isOtherValue(documentOf(value));
}

function documentOf(value: string): Node | undefined {
  try {
    return parseDocument(new Source("", value), { uniqueKeys: false });
  } catch {
    return new Scalar(value, "double");
  }
}

function isOtherValue(root: Node | undefined): boolean {
  if (root?.kind === "mapping") return root.entries.every(({ key }) => key.kind === "scalar" && key.value !== "<<");
  return root?.kind !== "scalar" || root.style === "plain" && (root.value === "" || isAmbiguous(root.value));
}
