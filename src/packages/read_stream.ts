/** Reads the documents of a text with their comments, and marks each with its position, like kyaml's reader. */

import type { Source } from "../diagnostics/source.ts";
import { splitDocuments } from "../model/read/split_documents.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { readComments } from "../yaml/comments/read_comments.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import type { CommentsOf } from "../yaml/tree/comments.ts";
import type { Mapping, Node } from "../yaml/tree/node.ts";
import { metaOf, setAnnotation } from "./annotations.ts";
import { copyLegacyAnnotations, INDEX } from "./package_annotations.ts";
import type { Item } from "./pipeline.ts";
import { compareTexts } from "../text/compare.ts";

export interface ReadOptions {
  /** Annotations of each resource besides its index; absent: no annotations at all. */
  annotations?: Readonly<Record<string, string>> | undefined;
  /** Whether a `List` or `ResourceList` that is the only document is replaced by its items. */
  unwraps: boolean;
}

/** The contents of a text. */
export interface Stream {
  items: Item[];
  /** `results` of a list that was unwrapped. */
  results: Node | undefined;
  /** The comments of that list. */
  commentsOf: CommentsOf;
}

export function readStream(source: Source, options: ReadOptions): Stream {
  const parts = splitDocuments(source);
  const stream: Stream = { items: [], results: undefined, commentsOf: () => undefined };
  for (const { start, end } of parts) {
    const root = parseDocument(source, { uniqueKeys: false, dialect: "v3", start, end });
    if (root === undefined || isNull(root)) continue;
    const item = { ...readComments(root, start, end), isDocument: true };
    if (options.annotations !== undefined) mark(root, stream.items.length, options.annotations);
    if (options.unwraps && parts.length === 1 && isWrapper(root)) return unwrap(item, root);
    stream.items.push(item);
  }
  return stream;
}

function mark(root: Node, index: number, annotations: Readonly<Record<string, string>>): void {
  copyLegacyAnnotations(root);
  const all = { ...annotations, [INDEX.present]: String(index), [INDEX.legacy]: String(index) };
  for (const [name, value] of Object.entries(all).sort(([a], [b]) => compareTexts(a, b))) {
    setAnnotation(root, name, value);
  }
}

function isWrapper(root: Node): root is Mapping {
  if (root.kind !== "mapping") return false;
  const { kind } = metaOf(root);
  return (kind === "List" || kind === "ResourceList") &&
    (root.get("items") !== undefined || root.get("functionConfig") !== undefined);
}

function unwrap({ commentsOf }: Item, root: Mapping): Stream {
  const items = root.get("items");
  // kyaml treats every value in the items as a resource.
  const nodes = items?.kind === "sequence"
    ? items.items
    : items?.kind === "mapping"
    ? items.entries.flatMap(({ key, value }) => [key, value])
    : [];
  return {
    items: nodes.map((node) => ({ root: node, head: "", foot: "", commentsOf, isDocument: false })),
    results: root.get("results"),
    commentsOf,
  };
}
