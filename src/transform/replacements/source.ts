/** The value that a replacement copies. */

import { count } from "../../text/count.ts";
import { fail, KustError, type Note, noteOfError } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did_you_mean.ts";
import type { ReplacementSource } from "../../kustomization/types.ts";
import { lookUpField } from "../../model/fields/lookup.ts";
import { splitFieldPath } from "../../model/fields/path.ts";
import { describeIdPattern, fitsIdPattern } from "../../model/id_pattern.ts";
import { describeId, resIdToString } from "../../model/res_id.ts";
import type { Resource } from "../../model/resource.ts";
import { atPlace, partOf } from "../../yaml/tree/place.ts";
import { clone } from "../../yaml/tree/copy.ts";
import { isEmpty, type Node } from "../../yaml/tree/node.ts";
import { isTaggedNull, tagOf } from "../../yaml/scalar/resolve.ts";
import { describeKind } from "../../yaml/tree/describe.ts";
import type { ResourceIndex } from "../../model/resource_index.ts";
import { hintOfBrackets, suggestPath } from "../../model/fields/suggest_path.ts";
import { withHistoryExposed } from "../../history/expose.ts";
import { meantResources, notesOf } from "../../model/suggestions.ts";
import { partAt, partCount } from "./text_part.ts";

/** Returns the value that a replacement copies, as it is then: a target may have changed it. */
export type SourceValue = () => Node;

/**
 * The node that the source selects. It is the resource's own, so that a target that changes it affects later targets;
 * or, if `delimiter` selects a part, a new one. Throws unless exactly one resource matches and the field exists and is
 * not empty.
 */
export function findSourceValue(source: ReplacementSource, index: ResourceIndex): SourceValue {
  const resource = findSource(source, index);
  const steps = splitFieldPath(pathOf(source));
  const { value, isShown } = valueAt(steps, resource, source);
  if (value === undefined || isTaggedNull(value) || isEmpty(value)) {
    failNoField(source, resource, [], didYouMean(suggestPath(resource.node, steps)));
  }
  const part = pickPart(value, source);
  return isShown ? () => valueAt(steps, resource, source).value ?? part : () => part;
}

function pathOf({ fieldPath }: ReplacementSource): string {
  return fieldPath || "metadata.name";
}

/** A field, copied if it shows the resource's history. */
interface ShownField {
  value: Node | undefined;
  isShown: boolean;
}

function valueAt(steps: readonly string[], resource: Resource, source: ReplacementSource): ShownField {
  try {
    return withHistoryExposed(resource, steps, (isShown) => {
      const value = lookUpField(resource.node, steps);
      return { value: isShown && value !== undefined ? clone(value) : value, isShown };
    });
  } catch (error) {
    if (error instanceof KustError) failNoField(source, resource, [noteOfError(error)]);
    throw error;
  }
}

function failNoField(source: ReplacementSource, resource: Resource, notes: Note[], hint?: string): never {
  fail(
    "field-not-found",
    `there is no field '${pathOf(source)}' in ${describeId(resource.id)}, or it is empty`,
    {
      ...atPlace(partOf(source.node, "fieldPath")),
      id: idTextOf(source),
      notes: [...notes, { message: "the source is here", ...atPlace(resource.node) }],
      hint: hintOfBrackets(splitFieldPath(pathOf(source))) ?? hint,
    },
  );
}

function findSource(source: ReplacementSource, index: ResourceIndex): Resource {
  const wanted = { onlyName: source.name || undefined, onlyKind: source.kind || undefined };
  const found = index.candidates(wanted).filter((resource) =>
    resource.allIds().some((id) => fitsIdPattern(id, source))
  );
  const [first, second] = found;
  if (first === undefined) failNoSource(source, index);
  if (second !== undefined) {
    fail("ambiguous-source", `the source matches ${found.length} resources: ${describeIdPattern(source)}`, {
      ...atPlace(source.node),
      id: idTextOf(source),
      notes: notesOf(found),
      hint: "narrow it down by name, kind, group, version or namespace",
    });
  }
  return first;
}

function failNoSource(source: ReplacementSource, index: ResourceIndex): never {
  fail("no-source", `no resource matches the source: ${describeIdPattern(source)}`, {
    ...atPlace(source.node),
    id: idTextOf(source),
    ...meantResources(source, index.all),
  });
}

function idTextOf({ group, version, kind, name, namespace }: ReplacementSource): string {
  return resIdToString({ gvk: { group, version, kind }, name, namespace });
}

/** The part of the text that `delimiter` and `index` select, or the whole node. */
function pickPart(value: Node, source: ReplacementSource): Node {
  const { delimiter, index } = source.options ?? { delimiter: "", index: 0 };
  if (delimiter === "") return value;
  if (value.kind !== "scalar") {
    fail(
      "wrong-type",
      `'delimiter' splits a string, but '${pathOf(source)}' is ${describeKind(value.kind)}`,
      atPlace(source.node),
    );
  }
  const range = partAt(value.value, delimiter, index);
  if (range === undefined) {
    const found = `'${value.value}' has ${count(partCount(value.value, delimiter), "part")}, counted from 0`;
    fail("field-not-found", `the index ${index} is out of range: ${found}`, {
      ...atPlace(partOf(partOf(source.node, "options"), "index")),
    });
  }
  const copy = clone(value);
  copy.tag = tagOf(value);
  copy.value = value.value.slice(...range);
  return copy;
}
