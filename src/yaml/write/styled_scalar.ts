/** A scalar as go-yaml v3 writes it: its tag, its style and its text. */

import { analyze, MULTILINE, NO_BLOCK, NO_PLAIN, NO_SINGLE } from "../scalar/analyze.ts";
import { blockLines, doubleQuoted, hintsOf, literal, singleQuoted } from "../scalar/forms.ts";
import { resolvePlain } from "../scalar/resolve.ts";
import { foldedLines } from "../scalar/round_trip.ts";
import { isTagWritten } from "../scalar/written_tag.ts";
import type { Alias, Node, Scalar, ScalarStyle } from "../tree/node.ts";

/** The position of a scalar. */
export interface ScalarPlace {
  /** The column of further lines, if it has any. */
  indent: number;
  /** Whether it is inside brackets. */
  inFlow: boolean;
  /** Whether it is a key without `?`. */
  isKey: boolean;
}

/** Lines after the first are indented. */
export function styledText(scalar: Scalar, place: ScalarPlace): { style: ScalarStyle; text: string } {
  const { value } = scalar;
  const style = styleFor(scalar, place);
  return { style, text: textIn(style, value, place.indent) };
}

export function isBlockStyle(style: ScalarStyle): boolean {
  return style === "literal" || style === "folded";
}

/** The tag, if it was written or differs from what the node would resolve to. */
export function tagText(node: Exclude<Node, Alias>): string {
  const { tag } = node;
  // go-yaml writes a tag with every << that is a merge key.
  if (tag === "" && node.kind === "scalar" && node.value === "<<" && node.style === "plain") return "!!merge";
  if (tag === "" || !isTagWritten(node) && isImplied(node)) return "";
  const [handle] = /^!{0,2}/.exec(tag)!;
  const suffix = tag.slice(handle.length).replace(ESCAPED_IN_TAGS, escapeInTag);
  return handle === "" ? `!<${suffix}>` : handle + suffix;
}

const ESCAPED_IN_TAGS = /[^\w\-;/?:@&=+$,.~*'()[\]]/gu;

function escapeInTag(character: string): string {
  return character === "!" ? "%21" : encodeURIComponent(character);
}

/** A made collection has a tag only where it is to be written. */
function isImplied(node: Exclude<Node, Alias>): boolean {
  if (node.kind !== "scalar") {
    return node.source !== undefined && node.tag === (node.kind === "mapping" ? "!!map" : "!!seq");
  }
  return node.tag === "!!str" || resolvePlain(node.value)?.tag === node.tag;
}

function textIn(style: ScalarStyle, value: string, indent: number): string {
  switch (style) {
    case "plain":
      return value;
    case "single":
      return singleQuoted(value, 0, indent, Infinity);
    case "double":
      return doubleQuoted(value, 0, indent, Infinity);
    case "literal":
      return literal(value, indent);
    case "folded": {
      const lines = foldedLines(value).map(({ text, breaks }) => text + breaks);
      return blockLines(">" + hintsOf(value), lines.join(""), indent);
    }
  }
}

/** The style of a scalar, or the next one that can represent it. */
function styleFor(scalar: Scalar, { inFlow, isKey }: ScalarPlace): ScalarStyle {
  const { value } = scalar;
  const flags = value === "" ? NO_BLOCK : analyze(value);
  const canBeBlock = (flags & NO_BLOCK) === 0 && !inFlow && !isKey;
  let style = askedStyle(scalar);
  if (isKey && (flags & MULTILINE) !== 0) style = "double";
  if (isBlockStyle(style) && !canBeBlock) style = "double";
  if (style === "plain" && !canBePlain(value, flags, inFlow, isKey)) style = "single";
  if (style === "single" && (flags & NO_SINGLE) !== 0) style = "double";
  return style;
}

function askedStyle(scalar: Scalar): ScalarStyle {
  const { style, tag, value } = scalar;
  if (style !== "plain") return style;
  if (value.includes("\n")) return "literal";
  return tag === "!!str" && resolvePlain(value) !== undefined && !isTagWritten(scalar) ? "double" : "plain";
}

function canBePlain(value: string, flags: number, inFlow: boolean, isKey: boolean): boolean {
  if (value === "") return !inFlow && !isKey;
  return (flags & NO_PLAIN) === 0 && !(inFlow && /[,?[\]{}:]/.test(value));
}
