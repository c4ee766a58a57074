/** The places of nodes in their texts, for diagnostics. */

import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import type { Node } from "./node.ts";

/**
 * The place of a node, for a diagnostic; undefined for a generated node. For a missing value, it is after the colon or
 * dash.
 */
export function placeOf(node: Node): Place | undefined {
  const { source, start } = node;
  if (source === undefined) return undefined;
  const isLeftOut = node.kind === "scalar" && node.style === "plain" && node.value === "" && node.tag === "";
  return { source, offset: isLeftOut ? source.text.slice(0, start).trimEnd().length : start };
}

/** The value of a mapping's field, or the node itself if there is none: the place for a message about the field. */
export function partOf(node: Node | undefined, field: string): Node | undefined {
  return (node?.kind === "mapping" ? node.get(field) : undefined) ?? node;
}

/** The place of a node as details of a diagnostic: `fail(code, message, atPlace(node))`. */
export function atPlace(node: Node | undefined): Pick<Diagnostic, "place"> {
  return { place: node && placeOf(node) };
}
