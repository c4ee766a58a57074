/** Rules for differences that a comparison ignores. */

import { pointerParts } from "../text/json_pointer.ts";
import type { Resource } from "../model/resource.ts";
import { clone } from "../yaml/tree/copy.ts";
import { type Mapping, type Node, scalarText } from "../yaml/tree/node.ts";

/**
 * A field of some resources. In a kind, a name or a part, `*` matches any characters; the part `**` matches any parts.
 */
export interface IgnoreRule {
  /** The kind, case-insensitive. */
  kind: string;
  /** The current name, or an earlier one. */
  name: string;
  /** The field, as a JSON pointer. Undefined: the whole resource. */
  pointer: string | undefined;
}

const CHART_LABELS = [
  "helm.sh~1chart",
  "chart",
  "heritage",
  "app.kubernetes.io~1version",
  "app.kubernetes.io~1managed-by",
];

/** Sets of rules for common purposes. */
export const IGNORE_PRESETS: Readonly<Record<string, readonly IgnoreRule[]>> = {
  // Fields that every release of a chart changes.
  charts: [
    ...CHART_LABELS.map((label) => `/**/metadata/labels/${label}`),
    "/**/metadata/annotations/checksum~1*",
  ].map((pointer) => ({ kind: "*", name: "*", pointer })),
};

/** Reads `KIND/NAME:POINTER` or `KIND/NAME`; undefined if the text has neither form. */
export function parseIgnoreRule(text: string): IgnoreRule | undefined {
  const [, kind, name, pointer] = /^([^/:]+)\/([^/:]+(?::[^/:]+)*)(?::(\/.*))?$/.exec(text) ?? [];
  return kind === undefined || name === undefined ? undefined : { kind, name, pointer };
}

/** The rules for the resources of a comparison. */
export class Ignored {
  readonly #rules: { kind: RegExp; name: RegExp; parts: (RegExp | undefined)[] | undefined }[];

  constructor(rules: readonly IgnoreRule[]) {
    this.#rules = rules.map(({ kind, name, pointer }) => ({
      kind: wildcard(kind, "i"),
      name: wildcard(name),
      parts: pointer === undefined
        ? undefined
        : pointerParts(pointer).map((part) => part === "**" ? undefined : wildcard(part)),
    }));
  }

  isWhole(resource: Resource): boolean {
    return this.#for(resource).some(({ parts }) => parts === undefined);
  }

  /** Whether a rule matches something in the resource. */
  applies(resource: Resource): boolean {
    return this.#for(resource).some(({ parts }) => parts === undefined || leadsSomewhere(resource.node, parts));
  }

  /** The object without the ignored fields; itself if there are none. */
  prune(node: Mapping | undefined, resource: Resource | undefined): Mapping | undefined {
    if (node === undefined || resource === undefined || this.#rules.length === 0) return node;
    const rules = this.#for(resource);
    if (rules.length === 0) return node;
    const copy = clone(node);
    for (const { parts } of rules) if (parts !== undefined) prune(copy, parts);
    return copy;
  }

  #for(resource: Resource) {
    return this.#rules.filter(({ kind, name }) =>
      kind.test(resource.kind) && resource.allIds().some((id) => name.test(id.name))
    );
  }
}

/** The indexes of the rules that match something in these resources. */
export function appliedRules(rules: readonly IgnoreRule[], resources: readonly Resource[]): Set<number> {
  const applied = new Set<number>();
  for (const [index, rule] of rules.entries()) {
    const ignored = new Ignored([rule]);
    if (resources.some((resource) => ignored.applies(resource))) applied.add(index);
  }
  return applied;
}

function wildcard(text: string, flags = ""): RegExp {
  return new RegExp(`^${text.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`, flags);
}

function leadsSomewhere(node: Node, [part, ...rest]: readonly (RegExp | undefined)[]): boolean {
  const children: readonly [key: string, value: Node][] = node.kind === "mapping"
    ? node.entries.map(({ key, value }) => [scalarText(key), value])
    : node.kind === "sequence"
    ? node.items.map((item, index) => [String(index), item])
    : [];
  if (part !== undefined) {
    return children.some(([key, value]) => part.test(key) && (rest.length === 0 || leadsSomewhere(value, rest)));
  }
  const isHere = rest.length === 0 || leadsSomewhere(node, rest);
  return isHere || children.some(([, value]) => leadsSomewhere(value, [part, ...rest]));
}

/** Removes the fields that the parts lead to. Returns whether the node is empty afterwards. */
function prune(node: Node, parts: readonly (RegExp | undefined)[]): boolean {
  const [part, ...rest] = parts;
  if (parts.length === 0) return true;
  if (part === undefined) return pruneAnywhere(node, rest);
  const isDone = (key: string, value: Node) => part.test(key) && (rest.length === 0 || prune(value, rest));
  return keep(node, (key, value) => !isDone(key, value));
}

function pruneAnywhere(node: Node, rest: readonly (RegExp | undefined)[]): boolean {
  const isEmpty = prune(node, rest);
  return keep(node, (_, value) => !pruneAnywhere(value, rest)) || isEmpty;
}

function keep(node: Node, isKept: (key: string, value: Node) => boolean): boolean {
  if (node.kind === "mapping") {
    const { length } = node.entries;
    node.entries = node.entries.filter(({ key, value }) => isKept(scalarText(key), value));
    return length > 0 && node.entries.length === 0;
  }
  if (node.kind !== "sequence") return false;
  const { length } = node.items;
  node.items = node.items.filter((item, index) => isKept(String(index), item));
  return length > 0 && node.items.length === 0;
}
