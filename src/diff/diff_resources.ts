/** Compares two lists of resources. */

import type { Gvk } from "../model/gvk.ts";
import type { Resource } from "../model/resource.ts";
import type { SchemaNode } from "../schema/schema.ts";
import { compareNodes } from "./compare_nodes.ts";
import { addStale } from "./effects/stale.ts";
import { effectsOf } from "./effects/effects.ts";
import { hidden, hideValues } from "./hide_values.ts";
import { Ignored, type IgnoreRule } from "./ignore.ts";
import { NewNames } from "./new_names.ts";
import { pairResources } from "./pair.ts";
import { type FieldChange, isOwnName, type Pair, type ResourceChange } from "./report.ts";
import { isSameNode } from "./same_node.ts";
import { scalarText } from "../yaml/tree/node.ts";
import { pushAll } from "../text/push_all.ts";

/** The schema of a kind, whose merge keys pair the items of lists. */
export type SchemaOf = (gvk: Gvk) => SchemaNode | undefined;

interface DiffOptions {
  schema?: SchemaOf | undefined;
  ignore?: readonly IgnoreRule[] | undefined;
  showSecrets?: boolean | undefined;
}

/** The resources that differ, in the order of `after`; a removed one follows its former predecessor. */
export function diffResources(
  before: readonly Resource[],
  after: readonly Resource[],
  options: DiffOptions = {},
): ResourceChange[] {
  return new Differ(before, after, options).changes();
}

class Differ {
  readonly #pairs: readonly Pair[];
  readonly #after: readonly Resource[];
  readonly #names: NewNames;
  readonly #ignored: Ignored;
  readonly #options: DiffOptions;

  constructor(before: readonly Resource[], after: readonly Resource[], options: DiffOptions) {
    this.#ignored = new Ignored(options.ignore ?? []);
    const isKept = (resource: Resource) => !this.#ignored.isWhole(resource);
    this.#after = after.filter(isKept);
    this.#pairs = pairResources(before.filter(isKept), this.#after);
    this.#names = new NewNames(this.#pairs);
    this.#options = options;
  }

  changes(): ResourceChange[] {
    const changes = this.#pairs.flatMap((pair) => this.#change(pair) ?? []);
    countReferences(changes);
    for (const change of changes) pushAll(change.effects, effectsOf(change));
    addStale(changes, this.#after);
    return changes;
  }

  #change(pair: Pair): ResourceChange | undefined {
    const { before, after } = pair;
    if (before !== undefined && after !== undefined && isSameNode(before.node, after.node)) return undefined;
    const hiding = hideValues(before, after, this.#options.showSecrets ?? false);
    const shown = {
      before: this.#ignored.prune(hiding.before, before),
      after: this.#ignored.prune(hiding.after, after),
    };
    const change: ResourceChange = { ...pair, shown, fields: [], following: [], references: 0, effects: [] };
    if (before === undefined || after === undefined) return change;
    for (const field of this.#fields(before, after, change)) {
      (field.follows === undefined ? change.fields : change.following).push(field);
    }
    return change.fields.length + change.following.length > 0 ? change : undefined;
  }

  #fields(before: Resource, after: Resource, { shown, ...pair }: ResourceChange): FieldChange[] {
    const { schema } = this.#options;
    const { namespace } = before;
    const meant = (text: string) => this.#names.meant(text, namespace);
    return compareNodes(shown.before!, shown.after!, schema?.(after.gvk) ?? schema?.(before.gvk), meant)
      .map((field) => {
        const isMasked = field.before !== undefined && hidden(field.before.node) !== undefined;
        return { ...field, isMasked, follows: this.#followed(field, namespace, pair) };
      });
  }

  #followed(field: Omit<FieldChange, "isMasked">, namespace: string, pair: Pair): Pair | undefined {
    const { before, after } = field;
    if (isOwnName(field)) return pair;
    return this.#names.areNone
      ? undefined
      : this.#names.followed(scalarText(before?.node), scalarText(after?.node), namespace);
  }
}

/** Counts the references in other resources for each resource with a new name. */
function countReferences(changes: readonly ResourceChange[]): void {
  const byResource = new Map(changes.map((change) => [change.after, change]));
  for (const { following } of changes) {
    for (const { follows, path } of following) {
      const target = byResource.get(follows?.after);
      if (target !== undefined && path !== "metadata.name" && path !== "metadata.namespace") target.references++;
    }
  }
}
