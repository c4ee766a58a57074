/** Hides the values of Secrets and binary data, so that a report may show the objects. */

import type { Resource } from "../model/resource.ts";
import { decodeBase64 } from "../text/bytes/base64.ts";
import { sha256Hex } from "../text/bytes/sha256.ts";
import { encodeUtf8 } from "../text/bytes/utf8.ts";
import { Mapping, type Node, Scalar, scalarText } from "../yaml/tree/node.ts";
import { isSameNode } from "./same_node.ts";

/** Fields that hold the values of a Secret. kubectl keeps a copy of the whole object in an annotation. */
const SECRET_FIELDS = ["data", "stringData"];
export const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

/** Stands for a value that is not shown. */
export const MASK = "***";

/** If the values of both sides differ, the mask names the side, so that the masks differ too. */
const DIFFERENT = ["*** (before)", "*** (after)"] as const;
/** For values that decode to the same bytes. */
const REWRITTEN = ["*** (before, same value)", "*** (after, same value)"] as const;

export interface Sides {
  before: Mapping | undefined;
  after: Mapping | undefined;
}

/** The objects of one resource with hidden values, or the objects themselves if there is nothing to hide. */
export function hideValues(before: Resource | undefined, after: Resource | undefined, showSecrets: boolean): Sides {
  const sides = { before: before?.node, after: after?.node };
  const kind = (after ?? before)?.kind;
  if (kind === "Secret" || before?.kind === "Secret") return showSecrets ? sides : hideSecret(sides);
  return kind === "ConfigMap" ? changeField(sides, "binaryData", digestOf) : sides;
}

/** Whether `value` of a change in a Secret is hidden, and if so, whether its value is the same on both sides. */
export function hidden(node: Node): "different" | "same" | undefined {
  const text = scalarText(node);
  if (DIFFERENT.some((mask) => mask === text)) return "different";
  return REWRITTEN.some((mask) => mask === text) ? "same" : undefined;
}

function hideSecret(sides: Sides): Sides {
  const data = SECRET_FIELDS.reduce((those, field) => changeField(those, field, mask), sides);
  return changeField(
    data,
    "metadata",
    (metadata, other, side) =>
      inField(
        metadata,
        other,
        "annotations",
        side,
        (annotations, others) => inField(annotations, others, LAST_APPLIED, side, mask),
      ),
  );
}

type Change = (node: Node, other: Node | undefined, side: 0 | 1) => Node;

function changeField({ before, after }: Sides, field: string, change: Change): Sides {
  return {
    before: before && asMapping(inField(before, after, field, 0, change)),
    after: after && asMapping(inField(after, before, field, 1, change)),
  };
}

function asMapping(node: Node): Mapping {
  return node instanceof Mapping ? node : new Mapping();
}

/** A copy with a field changed, or the node itself if it has no such field. */
function inField(node: Node, other: Node | undefined, field: string, side: 0 | 1, change: Change): Node {
  if (node.kind !== "mapping" || node.entry(field) === undefined) return node;
  const theirs = other?.kind === "mapping" ? other.get(field) : undefined;
  return new Mapping(
    node.entries.map(({ key, value }) => ({
      key,
      value: scalarText(key) === field ? change(value, theirs, side) : value,
    })),
    node.source,
    node.start,
  );
}

/** Keeps the keys of a mapping. */
function mask(node: Node, other: Node | undefined, side: 0 | 1): Node {
  if (node.kind === "mapping") return eachValue(node, other, (value, theirs) => mask(value, theirs, side));
  if (other === undefined || other.kind === "mapping" || isSameNode(node, other)) return text(MASK);
  const bytes = decoded(node);
  return text((bytes !== undefined && bytes === decoded(other) ? REWRITTEN : DIFFERENT)[side]);
}

function digestOf(node: Node): Node {
  if (node.kind === "mapping") return eachValue(node, undefined, digestOf);
  if (node.kind !== "scalar") return node;
  const bytes = decodeBase64(node.value) ?? encodeUtf8(node.value);
  return text(`${bytes.length} bytes, sha256 ${sha256Hex(bytes).slice(0, 12)}`);
}

function eachValue(
  node: Mapping,
  other: Node | undefined,
  change: (value: Node, other: Node | undefined) => Node,
): Node {
  const theirs = other?.kind === "mapping" ? other : undefined;
  return new Mapping(
    node.entries.map(({ key, value }) => ({ key, value: change(value, theirs?.get(scalarText(key))) })),
  );
}

function decoded(node: Node): string | undefined {
  const bytes = node.kind === "scalar" ? decodeBase64(node.value.replace(/\s/g, "")) : undefined;
  return bytes && sha256Hex(bytes);
}

function text(value: string): Scalar {
  return new Scalar(value, "plain", "!!str");
}
