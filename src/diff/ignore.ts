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
  const [all, kind = "", name = "", pointer] = /^([^/:]+)\/([^/:]+(?::[^/:]+)*)(?::(\/.*))?$/.exec(text) ?? [];
  return all === undefined ? undefined : { kind, name, pointer };
}

/** The parts of a pointer, undefined for `**`. */
type Parts = readonly (RegExp | undefined)[];

/** The rules for the resources of a comparison. */
export class Ignored {
  readonly #rules: { kind: RegExp; name: RegExp; parts: Parts | undefined }[];

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
    return this.#for(resource).some(({ parts }) => parts === undefined || !fieldsAt(resource.node, parts).next().done);
  }

  /** The object without the ignored fields; itself if there are none. */
  prune(node: Mapping | undefined, resource: Resource | undefined): Mapping | undefined {
    if (node === undefined || resource === undefined) return node;
    const rules = this.#for(resource);
    if (rules.length === 0) return node;
    const copy = clone(node);
    for (const { parts } of rules) if (parts !== undefined) remove(new Set(fieldsAt(copy, parts)), copy);
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

/** The fields that the parts lead to. A field inside of another one may be left out. */
function* fieldsAt(node: Node, [part, ...rest]: Parts): Generator<Node> {
  if (part === undefined && rest.length > 0) yield* fieldsAt(node, rest);
  for (const [key, value] of childrenOf(node)) {
    if (part !== undefined && !part.test(key)) continue;
    if (rest.length === 0) yield value;
    else yield* fieldsAt(value, part === undefined ? [part, ...rest] : rest);
  }
}

function childrenOf(node: Node): [key: string, value: Node][] {
  if (node.kind === "mapping") return node.entries.map(({ key, value }) => [scalarText(key), value]);
  return node.kind === "sequence" ? node.items.map((item, index) => [String(index), item]) : [];
}

/** Removes fields, and what is empty without them. Returns whether the node is. */
function remove(fields: ReadonlySet<Node>, node: Node): boolean {
  const isKept = (value: Node) => !fields.has(value) && !remove(fields, value);
  if (node.kind === "mapping") {
    const { length } = node.entries;
    node.entries = node.entries.filter(({ value }) => isKept(value));
    return length > 0 && node.entries.length === 0;
  }
  if (node.kind !== "sequence") return false;
  const { length } = node.items;
  node.items = node.items.filter(isKept);
  return length > 0 && node.items.length === 0;
}
