/**
 * The output of a function as kustomize reads it. kyaml has read and written it before, which changes some texts, and
 * matters for the hashes of kinds other than ConfigMap and Secret: they depend on lines and styles.
 */

import { Source } from "../diagnostics/source.ts";
import { OLD_PATH, PATH, TRACES } from "../history/function_annotations.ts";
import { keepLineAtEnd, readResources } from "../model/read/read_resources.ts";
import { sourceComments } from "../model/read/source_comments.ts";
import { splitDocuments } from "../model/read/split_documents.ts";
import { type Resource, updateHistory } from "../model/resource.ts";
import { readComments } from "../yaml/comments/read_comments.ts";
import { readDocument } from "../yaml/read/parse.ts";
import { clone } from "../yaml/tree/copy.ts";
import { type Mapping, type Node, Scalar } from "../yaml/tree/node.ts";
import { writtenAndRead } from "../yaml/write/print_scalar.ts";
import { pushAll } from "../text/push_all.ts";
import { printCommented } from "../yaml/write/print_styled.ts";
import { addPath, inventedPath } from "./resource_list.ts";
import { NEEDS_HASH } from "./take_output.ts";

/** What a generator has made. Only a resource that asks for a hash is really written and read again. */
export function rewritten(resource: Resource): Resource {
  const asks = resource.annotations().has(NEEDS_HASH);
  const text = asks ? textOf(resource) : undefined;
  const [again] = text === undefined ? [] : readResources(new Source(resource.place?.source.name ?? "", text));
  if (again === undefined) {
    if (asks) updateHistory(resource, { isConverted: true });
    return rewriteTexts(resource);
  }
  addPath(again);
  return again;
}

/** Adds the path, and changes texts as they change when they are written and read. */
export function rewriteTexts(resource: Resource): Resource {
  const end = commentedEndOf(resource);
  resource.edit((root) => {
    const waiting: Node[] = [root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node.kind === "sequence" && !node.flow) pushAll(waiting, node.items);
      if (node.kind === "mapping" && !node.flow) { for (const { value } of node.entries) waiting.push(value); }
      if (node.kind !== "scalar" || node.tag === "!!binary") continue;
      node.value = writtenAndRead(node, node.value);
      if (node.start === end?.start) keepLineAtEnd(node);
    }
  });
  addPath(resource);
  return resource;
}

/** A text at the end of a document, before its comments, that keeps its trailing line breaks. */
function commentedEndOf({ node, place }: Resource): Scalar | undefined {
  let last: Node | undefined = node;
  while (last !== undefined && last.kind !== "scalar") {
    if (last.kind === "alias") return undefined;
    last = last.kind === "mapping" ? last.entries.at(-1)?.value : last.items.at(-1);
  }
  if (last?.value.endsWith("\n\n") !== true || place === undefined) return undefined;
  const { document } = documentOf(node, place.source);
  return document === undefined || isList(document.root) ? undefined : document.commentedEnd;
}

function documentOf({ start }: Node, source: Source) {
  const part = splitDocuments(source).findLast((part) => part.start <= start);
  return { part, document: readDocument(source, { uniqueKeys: false, dialect: "v3", ...part }) };
}

/** The text that kyaml writes; undefined if that depends on what the function has been given, or on aliases. */
function textOf(resource: Resource): string | undefined {
  const { node, place, history } = resource;
  if (place === undefined || history.isConverted) return undefined;
  const { part, document } = documentOf(node, place.source);
  const root = clone(node);
  if (part === undefined || document === undefined || document.hasAliases || !addPaths(root, inventedPath(resource))) {
    return undefined;
  }
  const { head, foot } = isList(document.root) ? NOTHING : readComments(document.root, part.start, part.end);
  return printCommented({ root, head, foot, commentsOf: sourceComments() });
}

const NOTHING = { head: "", foot: "" };

function isList(root: Node): boolean {
  return root.kind === "mapping" && root.get("items") !== undefined;
}

/** Appends the two annotations. Returns false if there are others for the use of functions. */
function addPaths(root: Mapping, path: string): boolean {
  const metadata = root.get("metadata");
  const annotations = metadata?.kind === "mapping" ? metadata.get("annotations") : undefined;
  if (annotations?.kind !== "mapping" || [PATH, OLD_PATH, ...TRACES].some((name) => annotations.get(name))) {
    return false;
  }
  for (const name of [PATH, OLD_PATH]) annotations.set(name, new Scalar(path, "single", "!!str"));
  return true;
}
