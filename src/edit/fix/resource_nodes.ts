/** The resources of a file, read as kustomize does to find vars. */

import { isNull } from "../../yaml/scalar/resolve.ts";
import { KustError } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import type { Node } from "../../yaml/tree/node.ts";
import { parseDocuments } from "../../yaml/read/parse.ts";

/** One node per resource, with a `List` unwrapped. None if the file is missing or is not YAML. */
export function resourceNodes(source: Source | undefined): Node[] {
  if (source === undefined) return [];
  const documents = documentsOf(source).filter((document) => !isNull(document));
  return documents.length === 1 ? listItems(documents[0]!) ?? documents : documents;
}

function documentsOf(source: Source): Node[] {
  try {
    return parseDocuments(source);
  } catch (error) {
    if (error instanceof KustError) return [];
    throw error;
  }
}

function listItems(node: Node): Node[] | undefined {
  if (node.kind !== "mapping") return undefined;
  const kind = node.get("kind");
  const items = node.get("items");
  const isList = kind?.kind === "scalar" && (kind.value === "List" || kind.value === "ResourceList");
  return isList && items?.kind === "sequence" ? items.items : undefined;
}
