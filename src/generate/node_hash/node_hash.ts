/**
 * The name suffix hash of kinds other than ConfigMap and Secret. kustomize hashes go-yaml's nodes, with their places,
 * styles, tags and comments, as they are when names get their hash.
 */

import type { Resource } from "../../model/resource.ts";
import { hashOfText } from "../name_hash.ts";
import { goNode } from "./go_node.ts";
import { nodeText } from "./node_text.ts";
import { TextFacts } from "./text_facts.ts";
import { failUnhashable } from "./unhashable.ts";

/** Throws `unhashable-kind` if kustomize's nodes are not known. */
export function nodeHash(resource: Resource): string {
  const facts = new TextFacts();
  for (const { changes: { mergedFrom } } of resource.history.steps ?? []) {
    // A merge gives such a comment to the list or mapping of its target. Which one got it is not recorded.
    if (mergedFrom !== undefined && facts.hasCommentedCollection(mergedFrom)) {
      failUnhashable("a patch of it has a comment at a list or mapping", resource.node);
    }
  }
  return hashOfText(nodeText(goNode(resource, facts), facts));
}
