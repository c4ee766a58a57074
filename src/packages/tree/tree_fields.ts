/** The fields that `cfg tree` shows below a resource. */

import { looseSlot, matchFields } from "../../model/fields/matches.ts";
import { compareCodePoints } from "../../text/compare.ts";
import type { Node } from "../../yaml/tree/node.ts";
import { compareFields, isKnownField } from "../field_order.ts";
import { flowText } from "../query.ts";
import { type Branch, grow } from "./draw_tree.ts";

/** A field to show. Those of containers are shown together, by container. */
export interface TreeField {
  steps: readonly string[];
  /** The list of containers that have the field. */
  list: string | undefined;
}

const CONTAINERS = [
  "spec.template.spec.containers",
  "spec.jobTemplate.spec.template.spec.containers",
  "spec.containers",
];

/** @param steps The steps of a query. */
export function treeField(steps: readonly string[]): TreeField {
  const path = steps.join(".");
  return { steps, list: CONTAINERS.find((list) => path.startsWith(list)) };
}

/** The fields that have their own flags. */
const FLAG_FIELDS: readonly [flag: string, inContainers: string | undefined, path: string[] | undefined][] = [
  ["name", "name", undefined],
  ["image", "image", undefined],
  ["command", "command", undefined],
  ["args", "args", undefined],
  ["env", "env", undefined],
  ["replicas", undefined, ["spec", "replicas"]],
  ["resources", "resources", undefined],
  ["ports", "ports", ["spec", "ports"]],
];

/** @param isAsked Whether the flag of that name is set. */
export function fieldsOfFlags(isAsked: (flag: string) => boolean): TreeField[] {
  return FLAG_FIELDS.filter(([flag]) => isAsked(flag)).flatMap(([, inContainers, path]) => [
    ...inContainers === undefined
      ? []
      : CONTAINER_STEPS.map((steps) => treeField([...steps, "[name=.*]", inContainers])),
    ...path === undefined ? [] : [treeField(path)],
  ]);
}

const CONTAINER_STEPS = [
  ["spec", "containers"],
  ["spec", "template", "spec", "containers"],
  ["spec", "jobTemplate", "spec", "template", "spec", "containers"],
];

/** A shown field: with a value, or with elements that have fields. */
interface Shown {
  name: string;
  value: string;
  /** By the text that selected an element. */
  elements: Map<string, { name: string; value: string }[]>;
}

export function growFields(parent: Branch, root: Node, fields: readonly TreeField[], intoTexts: boolean): void {
  const shown = shownFields(root, fields, intoTexts);
  for (const { name, value, elements } of shown.sort(compareShown)) {
    if (elements.size === 0) {
      grow(parent, `${name}: ${value}`);
      continue;
    }
    const list = grow(parent, name);
    const sorted = [...elements].sort(([a], [b]) => compareFields(a, b));
    for (const [index, [, parts]] of sorted.entries()) {
      const element = grow(list, String(index));
      for (const part of parts.sort(compareShown)) grow(element, `${part.name}: ${part.value}`);
    }
  }
}

function shownFields(root: Node, fields: readonly TreeField[], intoTexts: boolean): Shown[] {
  const byName = new Map<string, Shown>();
  for (const { steps, list } of fields) {
    const found = matchFields(looseSlot(root), steps, { create: undefined, intoTexts });
    if (found.length === 0) continue;
    const name = list ?? steps.join(".");
    let shown = byName.get(name);
    if (shown === undefined) byName.set(name, shown = { name, value: "", elements: new Map() });
    if (list === undefined) {
      shown.value = valueText(found[0]!.node);
      continue;
    }
    for (const { node, matched = [] } of found) {
      const key = matched.join("/");
      const part = { name: steps.at(-1)!, value: valueText(node) };
      const parts = shown.elements.get(key);
      if (parts === undefined) shown.elements.set(key, [part]);
      else parts.push(part);
    }
  }
  return [...byName.values()];
}

function valueText(node: Node): string {
  return flowText(node, () => undefined);
}

/** The value is ignored for names that have a fixed position. */
function compareShown(a: { name: string; value: string }, b: { name: string; value: string }): number {
  return compareFields(a.name, b.name) || (isKnownField(a.name) ? 0 : compareCodePoints(a.value, b.value));
}
