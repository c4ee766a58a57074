/**
 * The output of a function as kustomize reads it. kyaml has read and written it before, which matters for the hashes of
 * kinds other than ConfigMap and Secret: they depend on lines and styles.
 */

import { Source } from "../diagnostics/source.ts";
import { OLD_PATH, PATH, TRACES } from "../history/function_annotations.ts";
import { readResources } from "../model/read/read_resources.ts";
import { sourceComments } from "../model/read/source_comments.ts";
import { splitDocuments } from "../model/read/split_documents.ts";
import { type Resource, updateHistory } from "../model/resource.ts";
import { readComments } from "../yaml/comments/read_comments.ts";
import { readDocument } from "../yaml/read/parse.ts";
import { clone } from "../yaml/tree/copy.ts";
import { type Mapping, type Node, Scalar } from "../yaml/tree/node.ts";
import { printCommented } from "../yaml/write/print_styled.ts";
import { addPath, inventedPath } from "./resource_list.ts";
import { NEEDS_HASH } from "./take_output.ts";

/** Adds the path. Only a resource that asks for a hash is written and read again. */
export function rewritten(resource: Resource): Resource {
  const asks = resource.annotations().has(NEEDS_HASH);
  const text = asks ? textOf(resource) : undefined;
  const [again = resource] = text === undefined
    ? []
    : readResources(new Source(resource.place?.source.name ?? "", text));
  if (asks && again === resource) updateHistory(resource, { isConverted: true });
  addPath(again);
  return again;
}

/** The text that kyaml writes; undefined if that depends on what the function has been given, or on aliases. */
function textOf(resource: Resource): string | undefined {
  const { node, place, history } = resource;
  if (place === undefined || history.isConverted) return undefined;
  const part = splitDocuments(place.source).findLast(({ start }) => start <= node.start);
  const document = readDocument(place.source, { uniqueKeys: false, ...part });
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
