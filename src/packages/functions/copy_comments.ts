/**
 * Copies the comments and the order of fields from a function's input to its output, like kyaml's `CopyComments` and
 * `SyncOrder`.
 */

import { parseApiVersion } from "../../model/gvk.ts";
import type { Schema, SchemaNode } from "../../schema/schema.ts";
import { type Comments, type CommentsOf, NO_COMMENTS } from "../../yaml/tree/comments.ts";
import type { Entry, Mapping, Node, Sequence } from "../../yaml/tree/node.ts";
import { scalarText } from "../../yaml/tree/node.ts";
import { isNull } from "../../yaml/scalar/resolve.ts";
import { firstEntries } from "../../yaml/value/unique_keys.ts";
import { failWrongKind } from "../../yaml/value/wrong_kind.ts";
import { metaOf } from "../annotations.ts";
import type { Item } from "../pipeline.ts";
import { groupBy } from "../../text/multimap.ts";
import { pushAll } from "../../text/push_all.ts";

type Kinds = Pick<Schema, "kind">;

/** @param kinds Which lists are merged by keys. Fails (`wrong-type`) if a field has become another kind of node. */
export function likeInput(from: Item, to: Item, kinds: Kinds): Item {
  const copier = new CommentCopier(from, to.commentsOf, kinds);
  const around = from.isDocument ? { head: from.head, line: "", foot: from.foot } : from.commentsOf(from.root);
  // Sic: a document becomes an item, without any comments around it.
  const comments = to.isDocument ? NO_COMMENTS : around;
  copier.walk(from.root, to.root, schemaOf(from.root, to.root, kinds), comments);
  syncOrder(from.root, to.root);
  copier.moveHeads(to.root);
  return { root: to.root, head: "", foot: "", commentsOf: copier.commentsOf, isDocument: false };
}

function schemaOf(from: Node, to: Node, kinds: Kinds): SchemaNode | undefined {
  for (const node of [from, to]) {
    const { apiVersion, kind } = metaOf(node);
    const schema = kinds.kind({ ...parseApiVersion(apiVersion), kind });
    if (schema !== undefined) return schema;
  }
  return undefined;
}

class CommentCopier {
  readonly #from: Item;
  readonly #kinds: Kinds;
  readonly #changed = new Map<Node, Comments>();
  readonly commentsOf: CommentsOf;

  constructor(from: Item, commentsOf: CommentsOf, kinds: Kinds) {
    this.#from = from;
    this.#kinds = kinds;
    this.commentsOf = (node) => this.#changed.get(node) ?? commentsOf(node);
  }

  /** Adds the comments that the node does not have. */
  #add(to: Node, comments: Comments | undefined): void {
    if (comments === undefined) return;
    const { head, line, foot } = this.commentsOf(to) ?? NO_COMMENTS;
    this.#changed.set(to, { head: head || comments.head, line: line || comments.line, foot: foot || comments.foot });
  }

  /** @param comments What to add to a mapping. */
  walk(from: Node, to: Node, schema: SchemaNode | undefined, comments = this.#from.commentsOf(from)): void {
    if (isNull(from) || isNull(to)) return this.#addFrom(from, to);
    if (from.kind === "mapping") {
      if (to.kind !== "mapping") failWrongKind("after the function, this must be", "mapping", to);
      this.#add(to, comments);
      this.#walkFields(from, to, schema);
    } else if (from.kind === "sequence") {
      if (to.kind !== "sequence") failWrongKind("after the function, this must be", "list", to);
      this.#walkItems(from, to, schema);
    } else if (to.kind === "scalar") {
      this.#addScalar(from, to);
    } else if (from.kind === "scalar") {
      failWrongKind("before the function, this would have to be", to.kind === "mapping" ? "mapping" : "list", from);
    }
  }

  #addFrom(from: Node, to: Node): void {
    this.#add(to, this.#from.commentsOf(from));
  }

  /** go-yaml writes a comment right after a folded text. */
  #addScalar(from: Node, to: Node): void {
    if (to.kind === "scalar" && to.style === "folded") to.style = "double";
    this.#addFrom(from, to);
  }

  #walkFields(from: Mapping, to: Mapping, schema: SchemaNode | undefined): void {
    for (const [name, there] of firstEntries(from)) {
      const here = to.entry(name);
      if (here === undefined) continue;
      this.#addScalar(there.key, here.key);
      this.walk(there.value, here.value, schema?.field(name));
    }
  }

  /** Items are compared by position, and in lists with merge keys by those too. */
  #walkItems(from: Sequence, to: Sequence, schema: SchemaNode | undefined): void {
    this.#addFrom(from, to);
    for (const [index, item] of from.items.entries()) {
      const other = to.items[index];
      if (other === undefined || scalarText(item) !== scalarText(other)) continue;
      this.#addFrom(item, other);
      this.walk(item, other, schemaOf(item, other, this.#kinds));
    }
    const keys = schema?.mergeKeys ?? [];
    const idOf = (item: Node) => keys.map((key) => labelOf(item, key)).join("\0");
    const others = groupBy(to.items, idOf);
    for (const [id, [item]] of groupBy(from.items, idOf)) {
      const other = others.get(id)?.[0];
      const hasKeys = /[^\0]/.test(id);
      if (hasKeys && other !== undefined) this.walk(item!, other, schema?.elements());
    }
  }

  /** A comment above the first field of an element belongs to the element, of which that may now be another field. */
  moveHeads(root: Node): void {
    const waiting = [root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node.kind === "mapping") pushAll(waiting, node.entries.flatMap(({ key, value }) => [key, value]));
      if (node.kind === "sequence") node.items.forEach((item) => this.#moveHead(item));
    }
  }

  #moveHead(item: Node): void {
    const first = item.kind === "mapping" ? item.entries[0]?.key : item.kind === "sequence" ? item.items[0] : undefined;
    if (first?.kind !== "scalar") return;
    const inner = this.commentsOf(first) ?? NO_COMMENTS;
    if (inner.head === "") return;
    const own = this.commentsOf(item) ?? NO_COMMENTS;
    if (own.head === "") {
      // Sic: the comment stays at the field too.
      this.#changed.set(item, { ...own, head: inner.head });
    } else {
      this.#changed.set(item, { ...own, head: `${own.head}\n${inner.head}` });
      this.#changed.set(first, { ...inner, head: "" });
    }
  }
}

/** The text of a field, with a mark to tell an empty one from none. */
function labelOf(item: Node, field: string): string {
  const value = item.kind === "mapping" ? item.get(field) : undefined;
  return value === undefined ? "" : `=${scalarText(value)}`;
}

/** Puts the fields of mappings into the order of those in `from`, with new ones at the end. */
function syncOrder(from: Node, to: Node): void {
  if (from.kind === "mapping" && to.kind === "mapping") {
    const names = from.entries.map(({ key }) => scalarText(key));
    const placeOf = ({ key }: Entry) => (names.indexOf(scalarText(key)) + names.length + 1) % (names.length + 1);
    to.entries.sort((a, b) => placeOf(a) - placeOf(b));
    for (const { key, value } of from.entries) {
      const other = to.get(scalarText(key));
      if (other !== undefined) syncOrder(value, other);
    }
  } else if (from.kind === "sequence" && to.kind === "sequence") {
    for (const [index, item] of from.items.entries()) {
      const other = to.items[index];
      if (other !== undefined) syncOrder(item, other);
    }
  }
}
