/** The resources of a file, read as kustomize reads files that it looks for vars in. */

import { KustError } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { isJsonNull } from "../../kustomization/object_reader.ts";
import type { Node } from "../../yaml/tree/node.ts";
import { parseDocuments } from "../../yaml/read/parse.ts";

/** One node for each resource; those of a `List` one by one. None where there is no file, or it is no YAML. */
export function resourceNodes(source: Source | undefined): Node[] {
  if (source === undefined) return [];
  const documents = documentsOf(source).filter((document) => !isJsonNull(document));
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
