/** The value that a replacement copies. */

import { fail, KustError, type Note, noteOfError } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { FieldOptions, ReplacementSource } from "../kustomization/types.ts";
import { lookUp } from "../model/field_lookup.ts";
import { splitFieldPath } from "../model/field_path.ts";
import { type ResId, resIdIsSelected, resIdToString } from "../model/res_id.ts";
import type { Resource } from "../model/resource.ts";
import { atPlace, clone, type Node } from "../yaml/node.ts";
import { isNull, tagOf } from "../yaml/resolve.ts";
import type { ResourceIndex } from "../model/resource_index.ts";
import { suggestPath } from "../model/suggest_path.ts";
import { withHistoryShown } from "./shown_history.ts";

/** How many resources a message lists. */
const MAX_CANDIDATES = 5;

/**
 * The node that the source means: the resource's own, so that what a target changes in it counts for the targets after that, or,
 * where `delimiter` picks a part, a new one. Throws where not exactly one resource fits, or the field is not there or empty.
 */
export function findSourceValue(source: ReplacementSource, index: ResourceIndex): Node {
  const resource = findSource(source, index);
  const steps = splitFieldPath(pathOf(source));
  const value = valueAt(steps, resource, source);
  if (value !== undefined && !isEmpty(value)) return partOf(value, source);
  const meant = suggestPath(resource.node, steps);
  failOnPath(source, resource, [], meant === undefined ? undefined : `did you mean '${meant}'?`);
}

function pathOf({ fieldPath }: ReplacementSource): string {
  return fieldPath || "metadata.name";
}

function valueAt(steps: readonly string[], resource: Resource, source: ReplacementSource): Node | undefined {
  try {
    return withHistoryShown(resource, steps, (shown) => {
      const found = lookUp(resource.node, steps);
      return shown && found !== undefined ? clone(found) : found;
    });
  } catch (error) {
    if (error instanceof KustError) failOnPath(source, resource, [noteOfError(error)]);
    throw error;
  }
}

function failOnPath(source: ReplacementSource, resource: Resource, notes: Note[], hint?: string): never {
  fail(
    "no-source-field",
    `there is no field '${pathOf(source)}' in ${resource.kind} ${resource.name}, or it is empty`,
    {
      ...atPlace(fieldOf(source, "fieldPath")),
      notes: [...notes, { message: `the source is ${resource.kind} ${resource.name}`, ...atPlace(resource.node) }],
      ...(hint === undefined ? {} : { hint }),
    },
  );
}

function findSource(source: ReplacementSource, index: ResourceIndex): Resource {
  const { group, version, kind, name, namespace } = source;
  const selector: ResId = { gvk: { group, version, kind }, name, namespace, clusterScoped: false };
  // kustomize does not ask here whether a kind is cluster-scoped: a resource without a namespace is in "default".
  const fits = (id: ResId) => resIdIsSelected({ ...id, clusterScoped: false }, selector);
  const wanted = { onlyName: name || undefined, onlyKind: kind || undefined };
  const found = index.candidates(wanted).filter((resource) => resource.allIds().some(fits));
  const [first, second] = found;
  if (first === undefined) failOnNone(source, selector, index);
  if (second !== undefined) {
    fail("ambiguous-source", `the source fits ${found.length} resources: ${resIdToString(selector)}`, {
      ...atPlace(source.node),
      notes: found.slice(0, MAX_CANDIDATES).map(noteOf),
      hint: "add what tells the one apart: name, kind, group, version or namespace",
    });
  }
  return first;
}

function failOnNone(source: ReplacementSource, selector: ResId, index: ResourceIndex): never {
  const ofKind = index.candidates({ onlyName: undefined, onlyKind: source.kind || undefined });
  const near = nearest(source.name, ofKind.map((resource) => resource.name));
  const nearKind = ofKind.length > 0 ? undefined : nearest(source.kind, new Set(index.all.map(({ kind }) => kind)));
  fail("no-source", `no resource fits the source ${resIdToString(selector)}`, {
    ...atPlace(source.node),
    notes: ofKind.filter(({ name }) => near === undefined || name === near).slice(0, MAX_CANDIDATES).map(noteOf),
    ...(nearKind === undefined ? {} : { hint: `did you mean the kind '${nearKind}'?` }),
  });
}

function noteOf(resource: Resource): Note {
  return { message: `there is ${resIdToString(resource.id)}`, ...atPlace(resource.node) };
}

function fieldOf({ node }: ReplacementSource, field: string): Node | undefined {
  return (node?.kind === "mapping" ? node.get(field) : undefined) ?? node;
}

function isEmpty(node: Node): boolean {
  if (node.kind === "mapping") return node.entries.length === 0;
  return node.kind === "sequence" ? node.items.length === 0 : isNull(node);
}

/** The part of the text that `delimiter` and `index` pick, or the whole node. */
function partOf(value: Node, source: ReplacementSource): Node {
  const { delimiter, index }: Pick<FieldOptions, "delimiter" | "index"> = source.options ?? { delimiter: "", index: 0 };
  if (delimiter === "") return value;
  if (value.kind !== "scalar") {
    fail("wrong-type", `'delimiter' splits a text, but '${pathOf(source)}' is a ${value.kind}`, atPlace(source.node));
  }
  const part = value.value.split(delimiter)[index];
  if (part === undefined) {
    const count = value.value.split(delimiter).length;
    fail("bad-index", `the index ${index} is out of range: '${value.value}' has ${count} parts, counted from 0`, {
      ...atPlace(fieldOf(source, "options")),
    });
  }
  const copy = clone(value);
  copy.tag = tagOf(value);
  copy.value = part;
  return copy;
}
