/** Puts one value into a field of many resources, or into the path that the field holds. */

import { fail } from "../diagnostics/diagnostic.ts";
import { failOnKind, type Location, withPlace } from "../model/field_error.ts";
import { splitPath } from "../model/field_spec.ts";
import { type Resource, textOf } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { compileSelector, type Selector } from "../model/selector.ts";
import { overwriteScalar } from "../model/set_text.ts";
import { atPlace, Mapping, type Node, Scalar, Sequence } from "../yaml/node.ts";
import { isNull } from "../yaml/resolve.ts";
import { NamespaceSetter } from "./namespace.ts";
import type { Transformer } from "./transformer.ts";

export interface ValueAddTarget {
  /** Absent: all resources. */
  selector?: Selector;
  /** Steps separated by `/`: fields, indexes, `-` (the last element) and `[key=value]`; `\/` is a slash in a step. */
  fieldPath: string;
  /** From 1 on: where the value goes among the steps of the path that the field holds. 0: it replaces the field. */
  filePathPosition: number;
  node?: Node;
}

export interface ValueAddSettings {
  value: string;
  targets: readonly ValueAddTarget[];
}

export class ValueAddTransformer implements Transformer {
  readonly #settings: ValueAddSettings;

  /** Throws `bad-target` where there is no target, or one has no path or a negative position. */
  constructor(settings: ValueAddSettings) {
    if (settings.targets.length === 0) fail("bad-target", "a ValueAddTransformer needs at least one target");
    settings.targets.forEach(checkTarget);
    this.#settings = settings;
  }

  /** Makes what is missing on the way to a field. Throws `wrong-type` where the way or the field is of another kind. */
  transform(set: ResourceSet): void {
    const { value, targets } = this.#settings;
    for (const target of targets) {
      const selector = target.selector === undefined ? undefined : compileSelector(target.selector);
      const selected = selector === undefined ? set.resources : set.resources.filter((one) => selector.selects(one));
      const namespaces = new NamespaceSetter({ namespace: value, fieldSpecs: [] });
      for (const resource of selected) {
        if (target.fieldPath === "metadata/namespace") namespaces.apply(resource);
        else addValue(resource, target, value);
      }
    }
  }
}

function checkTarget({ fieldPath, filePathPosition, node }: ValueAddTarget): void {
  if (fieldPath === "") fail("bad-target", "a target of a ValueAddTransformer needs a fieldPath", atPlace(node));
  if (filePathPosition < 0) {
    fail("bad-target", `filePathPosition must not be negative, but is ${filePathPosition}`, atPlace(node));
  }
}

function addValue(resource: Resource, { fieldPath, filePathPosition }: ValueAddTarget, value: string): void {
  const at: Location = { path: fieldPath, resource };
  const steps = splitPath(fieldPath).map((step) => step.trim()).filter((step) => step !== "");
  const field = findOrMake(resource.node, steps, at);
  if (field === undefined) return;
  if (field.kind !== "scalar") failOnKind("scalar", field, at);
  const text = filePathPosition === 0 ? value : insertIntoPath(field.value, filePathPosition - 1, value);
  overwriteScalar(field, text);
  resource.identityChanged();
}

/** The field at the end of `steps`, made where it is missing; undefined where a null or an index ends the way. */
function findOrMake(root: Node, steps: readonly string[], at: Location): Node | undefined {
  let node: Node | undefined = root;
  for (const [index, step] of steps.entries()) {
    if (node === undefined || isNull(node)) return undefined;
    node = findOrMakeStep(node, step, steps[index + 1], at);
  }
  return node;
}

function findOrMakeStep(node: Node, step: string, next: string | undefined, at: Location): Node | undefined {
  if (step === "*") {
    fail("bad-field-path", `${at.path}: a ValueAddTransformer knows no wildcards`, withPlace(undefined, at));
  }
  if (step === "-" || isIndex(step)) {
    if (node.kind !== "sequence") failOnKind("sequence", node, at);
    return step === "-" ? node.items.at(-1) : node.items[Number(step)];
  }
  if (isElement(step)) {
    if (node.kind !== "sequence") failOnKind("sequence", node, at);
    return findOrMakeElement(node, step, at);
  }
  if (node.kind !== "mapping") failOnKind("mapping", node, at);
  const value = node.get(step);
  if (value !== undefined) return value;
  const made = next === undefined ? new Scalar("") : isElement(next) || isIndex(next) ? new Sequence() : new Mapping();
  node.entries.push({ key: new Scalar(step), value: made });
  return made;
}

/** The first element of which the step `[key=value]` holds, or that is itself the value of `[=value]`; else a new one. */
function findOrMakeElement(list: Sequence, step: string, at: Location): Node {
  const equals = step.indexOf("=");
  if (equals < 0) {
    fail("bad-field-path", `${at.path}: '${step}' must be of the form [key=value]`, withPlace(undefined, at));
  }
  const key = step.slice(1, equals);
  const value = step.slice(equals + 1, -1);
  const found = list.items.find((item) =>
    key === ""
      ? textOf(item) === value
      : item.kind === "mapping" && item.get(key) !== undefined && textOf(item.get(key)) === value
  );
  if (found !== undefined) return found;
  const made = key === "" ? new Scalar(value) : new Mapping([{ key: new Scalar(key), value: new Scalar(value) }]);
  list.items.push(made);
  return made;
}

function isIndex(step: string | undefined): boolean {
  return step !== undefined && /^\+?\d+$/.test(step);
}

function isElement(step: string): boolean {
  return step.startsWith("[") && step.endsWith("]");
}

/** Puts `part` before the step at `position` of a path, at most at its end; an absolute path stays absolute. */
function insertIntoPath(path: string, position: number, part: string): string {
  const steps = path.split("/").filter((step) => step !== "" && step !== ".");
  steps.splice(position, 0, part);
  return (path.startsWith("/") ? "/" : "") + steps.join("/");
}
