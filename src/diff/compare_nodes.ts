/** The fields that differ between two objects. */

import { NodeItems } from "../merge/node_items.ts";
import { type PairedItems, pairItems } from "../merge/pair_items.ts";
import { escapePart } from "../text/json_pointer.ts";
import { pathOfItem, pathOfKey } from "../trace/field_path.ts";
import type { SchemaNode } from "../schema/schema.ts";
import { type Mapping, type Node, scalarText, type Sequence } from "../yaml/tree/node.ts";
import { followAlias } from "../yaml/value/plain.ts";
import type { FieldChange } from "./report.ts";
import { isSameNode } from "./same_node.ts";

/** Where a field is: as a path, and as a pointer on each side. */
interface At {
  path: string;
  before: string;
  after: string;
}

type Change = Omit<FieldChange, "isMasked">;

const ROOT: At = { path: "", before: "", after: "" };

/**
 * @param schema Its merge keys pair the items of lists.
 * @param meant Translates a text of the old side to the new one (see `NewNames.meant`).
 */
export function compareNodes(
  before: Node,
  after: Node,
  schema: SchemaNode | undefined,
  meant: (text: string) => string,
): Change[] {
  const comparison = new Comparison(meant);
  comparison.compare(before, after, schema, ROOT);
  return comparison.changes;
}

class Comparison {
  readonly changes: Change[] = [];
  readonly #meant: (text: string) => string;

  constructor(meant: (text: string) => string) {
    this.#meant = meant;
  }

  compare(one: Node, other: Node, schema: SchemaNode | undefined, at: At): void {
    const [before, after] = [followAlias(one), followAlias(other)];
    if (isSameNode(before, after)) return;
    if (before.kind === "mapping" && after.kind === "mapping") this.#compareMappings(before, after, schema, at);
    else if (before.kind === "sequence" && after.kind === "sequence") this.#compareLists(before, after, schema, at);
    else this.#note(at, before, after);
  }

  #compareMappings(one: Mapping, other: Mapping, schema: SchemaNode | undefined, at: At): void {
    const [before, after] = [fieldsOf(one), fieldsOf(other)];
    for (const key of [...new Set([...before.keys(), ...after.keys()])].sort()) {
      const part = escapePart(key);
      const here = {
        path: pathOfKey(at.path, key),
        before: `${at.before}/${part}`,
        after: `${at.after}/${part}`,
      };
      this.#compareOrNote(before.get(key), after.get(key), schema?.field(key), here);
    }
  }

  #compareLists(one: Sequence, other: Sequence, schema: SchemaNode | undefined, at: At): void {
    const [before, after] = [one.items, other.items];
    const paired = pairItems(new NodeItems(before, this.#meant), new NodeItems(after), schema?.mergeKeys);
    const label = labels(paired, before, after);
    const elements = schema?.elements();
    const here = (from: number, to: number): At => ({
      path: to < 0 ? label(at.path, before[from]!, from) : label(at.path, after[to]!, to),
      before: `${at.before}/${from}`,
      after: `${at.after}/${to}`,
    });
    const gone = new Set(before.keys());
    for (const [to, from] of paired.before.entries()) {
      gone.delete(from);
      this.#compareOrNote(before[from], after[to], elements, here(from, to));
    }
    for (const from of gone) this.#note(here(from, -1), before[from], undefined);
    if (isMoved(paired.before)) {
      this.changes.push({
        path: at.path,
        before: { pointer: at.before, node: one },
        after: { pointer: at.after, node: other },
        order: paired.before,
      });
    }
  }

  #compareOrNote(before: Node | undefined, after: Node | undefined, schema: SchemaNode | undefined, at: At): void {
    if (before !== undefined && after !== undefined) this.compare(before, after, schema, at);
    else this.#note(at, before, after);
  }

  #note({ path, ...pointers }: At, before: Node | undefined, after: Node | undefined): void {
    this.changes.push({
      path,
      before: before && { pointer: pointers.before, node: before },
      after: after && { pointer: pointers.after, node: after },
    });
  }
}

/** If a key occurs twice, the last one counts, as in the output. */
function fieldsOf({ entries }: Mapping): Map<string, Node> {
  return new Map(entries.map(({ key, value }) => [scalarText(key), value]));
}

/**
 * How a path names an item of a list: by its first merge key if that is unique, otherwise by all of them or by its
 * index.
 */
function labels(
  { names }: PairedItems,
  before: readonly Node[],
  after: readonly Node[],
): (path: string, item: Node, index: number) => string {
  const [first = ""] = names;
  const isEnough = [before, after].every((items) =>
    new Set(items.map((item) => fieldText(item, first))).size === items.length
  );
  const shown = isEnough ? names.slice(0, 1) : names;
  return (path, item, index) =>
    shown.length === 0 ? `${path}[${index}]` : pathOfItem(path, shown.map((name) => [name, fieldText(item, name)]));
}

function fieldText(item: Node, name: string): string {
  return item.kind === "mapping" ? scalarText(item.get(name)) : "";
}

/** Whether the remaining items are in a different order. */
function isMoved(before: readonly number[]): boolean {
  const staying = before.filter((index) => index >= 0);
  return staying.some((index, at) => index < (staying[at - 1] ?? 0));
}
