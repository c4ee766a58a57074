/**
 * The name suffix hash of kinds other than ConfigMap and Secret. kustomize hashes go-yaml's nodes, with their places,
 * styles, tags and comments, as they are when names get their hash.
 */

import type { Resource } from "../../model/resource.ts";
import { hashOfText } from "../name_hash.ts";
import { goNode } from "./go_node.ts";
import { nodeText } from "./node_text.ts";
import { TextFacts } from "./text_facts.ts";

/** Throws `unhashable-kind` if kustomize's nodes are not known. */
export function nodeHash(resource: Resource): string {
  const facts = new TextFacts(resource.history.merges);
  return hashOfText(nodeText(goNode(resource, facts), facts));
}
