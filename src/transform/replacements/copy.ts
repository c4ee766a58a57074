/** Copies a value into the fields of one resource. */

import type { Compat } from "../../compat/compat.ts";
import type { Code } from "../../diagnostics/code.ts";
import { fail, KustError, type Note, noteOfError } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did_you_mean.ts";
import { looseSlot, type Making, matchFields, type NewNode, type Slot } from "../../model/fields/matches.ts";
import { splitFieldPath } from "../../model/fields/path.ts";
import type { ReplacementOptions, ReplacementTarget } from "../../kustomization/types.ts";
import type { Resource } from "../../model/resource.ts";
import { describeId } from "../../model/res_id.ts";
import { hintOfBrackets, suggestPath } from "../../model/fields/suggest_path.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import { clone } from "../../yaml/tree/copy.ts";
import { type Node, scalarText } from "../../yaml/tree/node.ts";
import { grow, growByLongText, growthOf, sizeOf } from "../../yaml/value/growth.ts";
import { describeKind } from "../../yaml/tree/describe.ts";
import { copyIntoText, setValueText } from "./embedded_text.ts";
import type { SourceValue } from "./source.ts";
import { partAt } from "./text_part.ts";
import { withHistoryExposed } from "../../history/expose.ts";

/** Copies `value` to every field of `resource` that the target names. Throws `field-not-found` if there is none. */
export function copyToTarget(
  resource: Resource,
  target: ReplacementTarget,
  value: SourceValue,
  compat: Compat,
): void {
  const paths = target.fieldPaths.length === 0 ? ["metadata.name"] : target.fieldPaths;
  const { options } = target;
  const intoTexts = compat.has("replacements-in-texts");
  const making = { create: options?.create ? newNodeLike(value()) : undefined, intoTexts };
  paths.forEach((path, index) => {
    const steps = splitFieldPath(path);
    const before = value();
    const optionsInText = compat.has("options-in-texts") ? options : undefined;
    const put = (slot: Slot) => setField(slot, before, optionsInText, target);
    withHistoryExposed(resource, steps, (isExposed) => {
      resource.edit((node) => {
        if (intoTexts && copyIntoText(node, steps, { making, put, compat })) return;
        const slots = findFields(resource, steps, making, { target, path, index });
        for (const slot of slots) setField(slot, isExposed ? before : value(), options, target);
      });
    });
  });
}

function newNodeLike(value: Node): NewNode {
  return value.kind === "alias" ? "scalar" : value.kind;
}

/** The current path of a target, for messages. */
interface PathOfTarget {
  target: ReplacementTarget;
  path: string;
  index: number;
}

/** Errors that do not mean that a field is missing. */
const LIMITS: readonly Code[] = ["too-deep", "too-large"];

function findFields(resource: Resource, steps: string[], making: Making, at: PathOfTarget): Slot[] {
  try {
    const slots = matchFields(looseSlot(resource.node), steps, making);
    if (slots.length > 0) return slots;
  } catch (error) {
    if (!(error instanceof KustError)) throw error;
    if (LIMITS.includes(error.diagnostic.code)) throw error.with(atPlace(nodeOfPath(at.target, at.index)));
    failNoField(resource, at, [noteOfError(error)]);
  }
  const meant = suggestPath(resource.node, steps);
  const hint = didYouMean(meant) ?? "to create a missing field, add 'options: {create: true}'";
  failNoField(resource, at, [], hint);
}

function failNoField(resource: Resource, { target, path, index }: PathOfTarget, notes: Note[], hint?: string): never {
  const { place } = resource;
  const subject = {
    message: "the target is here",
    place,
  };
  fail("field-not-found", `there is no field '${path}' in ${describeId(resource.id)}`, {
    ...atPlace(nodeOfPath(target, index)),
    notes: [...notes, subject],
    hint: hintOfBrackets(splitFieldPath(path)) ?? hint,
  });
}

function nodeOfPath({ node }: ReplacementTarget, index: number): Node | undefined {
  const paths = node?.kind === "mapping" ? node.get("fieldPaths") : undefined;
  return (paths?.kind === "sequence" ? paths.items[index] : undefined) ?? node;
}

function setField(slot: Slot, value: Node, options: ReplacementOptions | undefined, target: ReplacementTarget): void {
  const { node } = slot;
  const text = scalarText(value);
  if (node.kind === "scalar") {
    const changed = options === undefined ? text : insertPart(node.value, text, options);
    const growth = growthOf(target.node);
    grow(growth, { nodes: 0, characters: changed.length }, "replacements", placeOfTarget(target));
    if (changed !== text) growByLongText(growth, text.length, "replacements of parts", target.node);
    if (changed !== node.value) setValueText(node, changed, placeOfTarget(target));
  } else if (options !== undefined && options.delimiter !== "") {
    fail(
      "wrong-type",
      `'delimiter' splits a string, but the field is ${describeKind(node.kind)}`,
      atPlace(target.node),
    );
  } else {
    grow(growthOf(target.node), sizeOf(value), "replacements", placeOfTarget(target));
    slot.put(clone(value));
  }
}

function placeOfTarget({ node }: ReplacementTarget) {
  return atPlace(node).place;
}

/** Puts `part` among the parts of `text`; at the start for an index below 0, at the end for one beyond the last. */
function insertPart(text: string, part: string, { delimiter, index }: ReplacementOptions): string {
  if (delimiter === "") return part;
  if (index < 0) return part + delimiter + text;
  const range = partAt(text, delimiter, index);
  return range === undefined ? text + delimiter + part : text.slice(0, range[0]) + part + text.slice(range[1]);
}
