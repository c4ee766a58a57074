/** Records ids before they change. */

import { fail } from "../diagnostics/diagnostic.ts";
import { atPlace } from "../yaml/tree/place.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { scalarText } from "../yaml/tree/node.ts";
import { clearEmptyAnnotations, mayClearAnnotations } from "../model/empty_annotations.ts";
import { expectMapping } from "../yaml/value/wrong_kind.ts";
import { effectiveNamespace } from "../model/res_id.ts";
import { type Resource, updateHistory } from "../model/resource.ts";
import { expose, restore } from "./expose.ts";
import { HISTORY_ANNOTATIONS, takeHistory } from "./history_annotations.ts";

/**
 * Records the current id as a previous one: kustomize's `StorePreviousId`, called before a change of name, namespace or
 * kind. Throws `cannot-rename` if one of these contains a comma, or if the name is empty this time but not every time:
 * kustomize keeps ids in comma-separated lists, without empty texts, and panics if they differ in length.
 */
export function storePreviousId(resource: Resource): void {
  const { id, history: { previousIds, wasNameless } } = resource;
  prepareAnnotations(resource, 3);
  const previous = { name: id.name, namespace: effectiveNamespace(id), kind: id.gvk.kind };
  for (const text of Object.values(previous)) if (text.includes(",")) failComma(text, resource);
  const isNameless = previous.name === "";
  if (isNameless ? previousIds.length > 0 : wasNameless) failNoName(resource);
  updateHistory(resource, isNameless ? { wasNameless: true } : { previousIds: [...previousIds, previous] });
}

/** Prepares for `count` annotations. Fails (`wrong-type`) if the resource cannot have any. */
export function prepareAnnotations(resource: Resource, count: number): void {
  let mayClear = true;
  for (let left = count; left > 0 && mayClear; left--) {
    mayClear = mayClearAnnotations(resource.node);
    // An edit costs the id, and few need one.
    if (mayClear) clearUnlessHistory(resource);
    const annotations = resource.metadata?.get("annotations");
    if (annotations !== undefined && !isNull(annotations)) expectMapping(annotations, "metadata.annotations");
  }
}

/** Annotations with a history are not empty, and the next of repeated ones may have another. */
function clearUnlessHistory(resource: Resource): void {
  const exposed = expose(resource);
  resource.edit(clearEmptyAnnotations);
  if (exposed.size > 0) restore(resource, exposed);
  else if (HISTORY_ANNOTATIONS.some(({ annotation }) => resource.annotations().has(annotation))) {
    takeHistory(resource, []);
  }
}

function failComma(text: string, { node, metadata }: Resource): never {
  const at = [metadata?.get("name"), metadata?.get("namespace"), node.get("kind")].find((field) =>
    scalarText(field) === text
  );
  fail(
    "cannot-rename",
    `cannot rename a resource whose name, namespace or kind contains a comma: '${text}'`,
    atPlace(at ?? node),
  );
}

function failNoName({ node, metadata, originalId, history: { renamedBy } }: Resource): never {
  fail(
    "cannot-rename",
    `${originalId.gvk.kind} '${originalId.name}' has lost its name and cannot be changed`,
    renamedBy ? { place: renamedBy } : atPlace(metadata?.get("name") ?? node),
  );
}
