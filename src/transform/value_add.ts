/** Sets a field of many resources to one value, or inserts the value into the path in the field. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Growth } from "../diagnostics/source.ts";
import { describe, failKind, type Location, withPlace } from "../model/fields/field_error.ts";
import { itemsOf, lookUpField, parseListStep } from "../model/fields/lookup.ts";
import { indexOfStep, isListStep, splitEscaped } from "../model/fields/path.ts";
import { valueAddTarget } from "../kustomization/change_fields.ts";
import { list } from "../kustomization/field.ts";
import { decodeObject, type ObjectReader } from "../kustomization/object_reader.ts";
import { LENIENT } from "../kustomization/reader_mode.ts";
import { readOne } from "../kustomization/read_fields.ts";
import type { ValueAddTarget } from "../kustomization/types.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { compileSelector } from "../model/selector.ts";
import { growByLongText } from "../yaml/value/growth.ts";
import { overwriteScalar } from "../yaml/value/set_text.ts";
import { atPlace } from "../yaml/tree/place.ts";
import { Mapping, type Node, Scalar, Sequence } from "../yaml/tree/node.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { isTaggedNull } from "../yaml/scalar/resolve.ts";
import { NamespaceSetter } from "./namespace.ts";
import type { ConfigureContext, Transform, TransformerKind } from "./transform.ts";
import { trimSpace } from "../text/white_space.ts";

export const valueAddTransformer: TransformerKind = {
  configure: (settings, context) =>
    valueAdd({
      value: trimSpace(settings.text("value")) || context.rootName,
      targets: [...readOne(settings, "targets", list(valueAddTarget)), ...targetsOfFile(settings, context)],
      node: settings.node,
    }),
};

/** The targets in the file named by `targetFilePath`. */
function targetsOfFile(settings: ObjectReader, { readText }: ConfigureContext): ValueAddTarget[] {
  const path = settings.text("targetFilePath");
  if (path === "") return [];
  const root = parseDocument(readText(path, settings.value("targetFilePath")), { uniqueKeys: false });
  if (root === undefined) return [];
  const mode = { ...LENIENT, dialect: "v2" } as const;
  return decodeObject(root, path, mode, (file) => readOne(file, "targets", list(valueAddTarget)));
}

export interface ValueAddSettings {
  value: string;
  targets: readonly ValueAddTarget[];
  /** The node that requests the transformer, for messages. */
  node?: Node;
}

/**
 * Creates missing nodes on the way to a field. Throws `missing-field` if there is no target, or one has no path, and
 * `invalid-value` for a negative position; the transform throws `wrong-type` if a node on the way or the field has the
 * wrong kind.
 */
export function valueAdd({ value, targets, node }: ValueAddSettings): Transform {
  if (targets.length === 0) fail("missing-field", "a ValueAddTransformer needs at least one target", atPlace(node));
  targets.forEach(checkTarget);
  return (set) => targets.forEach((target) => addToTarget(set, target, value));
}

function addToTarget(set: ResourceSet, target: ValueAddTarget, value: string): void {
  const selector = target.selector === undefined ? undefined : compileSelector(target.selector);
  const selected = selector === undefined ? set.resources : set.resources.filter((one) => selector.selects(one));
  const namespaces = new NamespaceSetter({ namespace: value, fieldSpecs: [] });
  for (const resource of selected) {
    if (target.fieldPath === "metadata/namespace") namespaces.apply(resource);
    else {
      resource.edit((object) => addValue(object, { path: target.fieldPath, resource }, target, value, set.growth));
    }
  }
}

function checkTarget({ fieldPath, filePathPosition, node }: ValueAddTarget): void {
  if (fieldPath === "") fail("missing-field", "a target of a ValueAddTransformer needs a fieldPath", atPlace(node));
  if (filePathPosition < 0) {
    fail("invalid-value", `filePathPosition must not be negative, but is ${filePathPosition}`, atPlace(node));
  }
}

function addValue(
  object: Mapping,
  at: Location,
  { fieldPath, filePathPosition }: ValueAddTarget,
  value: string,
  growth: Growth,
): void {
  const steps = splitEscaped(fieldPath, "/").map((step) => trimSpace(step)).filter((step) => step !== "");
  const field = findOrMake(object, steps);
  if (field === undefined) {
    if (filePathPosition === 0) return;
    // kustomize panics here.
    fail(
      "field-not-found",
      `${fieldPath} of ${describe(at)} does not lead to a field that can hold a path`,
      withPlace(undefined, at),
    );
  }
  if (field.kind !== "scalar") failKind("scalar", field, at);
  const text = filePathPosition === 0 ? value : insertIntoPath(field.value, filePathPosition - 1, value);
  growByLongText(growth, text.length, "paths", at.resource.node);
  overwriteScalar(field, text);
}

/** The field at the end of `steps`, created if it is missing; undefined if a null or an index ends the path. */
function findOrMake(root: Node, steps: readonly string[]): Node | undefined {
  let node: Node = root;
  for (const [index, step] of steps.entries()) {
    if (isTaggedNull(node)) return undefined;
    const next = isListStep(step)
      ? findOrMakeElement(node, step)
      : lookUpField(node, [step]) ?? makeField(node, step, steps[index + 1]);
    if (next === undefined) return undefined;
    node = next;
  }
  return node;
}

/** A new field of the kind that the next step needs; undefined for an index, which creates nothing. */
function makeField(node: Node, step: string, next: string | undefined): Node | undefined {
  if (node.kind !== "mapping") return undefined;
  const made = next === undefined
    ? new Scalar("")
    : isListStep(next) || indexOfStep(next) !== undefined
    ? new Sequence()
    : new Mapping();
  node.entries.push({ key: new Scalar(step), value: made });
  return made;
}

function findOrMakeElement(list: Node, step: string): Node {
  const found = lookUpField(list, [step]);
  if (found !== undefined) return found;
  const { field, value } = parseListStep(step, list);
  const made = field === "" ? new Scalar(value) : new Mapping([{ key: new Scalar(field), value: new Scalar(value) }]);
  itemsOf(list, step).push(made);
  return made;
}

/** Inserts `part` before the step at `position` of a path, at most at its end; an absolute path stays absolute. */
function insertIntoPath(path: string, position: number, part: string): string {
  const steps = path.split("/").filter((step) => step !== "" && step !== ".");
  steps.splice(position, 0, part);
  return (path.startsWith("/") ? "/" : "") + steps.join("/");
}
