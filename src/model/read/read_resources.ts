/** Reads a text of resources, as kustomize reads resource files, patches and the output of generators. */

import { fail, type Place } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { expandAliases } from "../../yaml/value/expand.ts";
import { atPlace, partOf } from "../../yaml/tree/place.ts";
import { isEmpty, type Mapping, type Node, type Scalar, scalarText } from "../../yaml/tree/node.ts";
import { readDocument } from "../../yaml/read/parse.ts";
import { describeNode } from "../../yaml/value/describe_node.ts";
import { isNull, isTaggedNull } from "../../yaml/scalar/resolve.ts";
import { chompingOf } from "../../yaml/scalar/forms.ts";
import { checkAllUniqueKeys } from "../../yaml/value/unique_keys.ts";
import { repeatNullKeys } from "../../yaml/value/null_keys.ts";
import { isWrittenAsBlock } from "../../yaml/write/print_scalar.ts";
import { valueNode } from "../../yaml/value/value_node.ts";
import { NO_HISTORY } from "../history.ts";
import { Resource } from "../resource.ts";
import { splitDocuments } from "./split_documents.ts";
import { pushAll } from "../../text/push_all.ts";

/**
 * The resources of a text, in kustomize's order. Accepts YAML and JSON, several documents, `List` and every other
 * `…List` kind with items; the items come after all other resources.
 *
 * Fails on a node without kind (`missing-kind`) or name (`missing-name`), and on one that is not a mapping
 * (`not-a-resource`).
 */
export function readResources(source: Source): Resource[] {
  const waiting = readObjects(source);
  /** Nodes from this index on are items of lists, and converted already. */
  const converted = waiting.length;
  const resources: Resource[] = [];
  for (let i = 0; i < waiting.length; i++) {
    const node = waiting[i]!;
    const items = node.get("items");
    // kustomize reads a list as JSON, even one that it does not expand.
    if (isList(node)) checkAllUniqueKeys(node);
    if (!isList(node) || items === undefined) {
      resources.push(new Resource(node, i < converted ? NO_HISTORY : { ...NO_HISTORY, isConverted: true }));
    } else if (!isNull(items)) {
      if (items.kind !== "sequence") fail("wrong-type", "'items' of a list must be a list", atPlace(items));
      // Each item is written and read as JSON, too, which keeps only its meaning.
      const meant = (item: Node) => i < converted ? valueNode(item) : item;
      for (const item of items.items) pushAll(waiting, checkObjects(unwrapList(meant(item))));
    }
  }
  return resources;
}

/** The objects of a text, without aliases. Unwraps a `List` if the text has a single document. */
function readObjects(source: Source): Mapping[] {
  const parts = splitDocuments(source);
  const nodes: Node[] = [];
  for (const { start, end } of parts) {
    const document = readDocument(source, { uniqueKeys: false, dialect: "v3", start, end });
    if (document === undefined || isNull(document.root)) continue;
    const { root, hasAliases, commentedEnd } = document;
    const objects = parts.length === 1 ? unwrapList(root) : [root];
    if (commentedEnd !== undefined && !isList(root)) keepLineAtEnd(commentedEnd);
    for (const node of objects) {
      if (node.kind === "mapping") repeatNullKeys(node);
      nodes.push(hasAliases ? expandAliases(node) : node);
    }
  }
  return checkObjects(nodes);
}

/**
 * A comment at the end of a document is printed after an empty line. If a text before it keeps its trailing line
 * breaks, it gains one, because kustomize reads back what it has written.
 */
export function keepLineAtEnd(scalar: Scalar): void {
  if (chompingOf(scalar.value) === "+" && isWrittenAsBlock(scalar)) scalar.value += "\n";
}

function isList(node: Node): boolean {
  return node.kind === "mapping" && scalarText(node.get("kind")).endsWith("List");
}

/** The items of a `List`, or the node itself. */
function unwrapList(node: Node): Node[] {
  if (node.kind !== "mapping") return [node];
  const kind = scalarText(node.get("kind"));
  if (kind !== "List" && kind !== "ResourceList") return [node];
  const items = node.get("items");
  if (items === undefined && node.get("functionConfig") === undefined) return [node];
  if (items?.kind === "sequence") return items.items;
  // kustomize treats every value in the items as an object.
  return items?.kind === "mapping" ? items.entries.flatMap(({ key, value }) => [key, value]) : [];
}

/** Drops null and empty nodes; fails on those that are not Kubernetes objects. */
function checkObjects(nodes: Node[]): Mapping[] {
  return nodes.filter((node) => !isNull(node) && !isEmpty(node)).map((node) => checkObject(node));
}

const RESOURCE_FIELDS = "a resource needs the fields apiVersion, kind and metadata.name";

/** Fails on a node that is not a Kubernetes object: not a mapping, or without kind or name; a list needs no name. */
export function checkObject(node: Node, renamedBy?: Place): Mapping {
  if (node.kind !== "mapping") {
    fail("not-a-resource", `expected a Kubernetes object, found ${describeNode(node)}`, {
      ...atPlace(node),
      hint: RESOURCE_FIELDS,
    });
  }
  const kind = scalarText(nonNull(node.get("kind")));
  if (kind === "") failWithoutKind(node);
  if (!kind.endsWith("List") && nameOf(node) === "") {
    if (renamedBy) fail("patch-breaks-resource", `the patch leaves a ${kind} without a name`, { place: renamedBy });
    fail("missing-name", `this ${kind} has no metadata.name`, {
      ...atPlace(partOf(partOf(node, "metadata"), "name")),
      hint: RESOURCE_FIELDS,
    });
  }
  return node;
}

function failWithoutKind(node: Mapping): never {
  const op = scalarText(nonNull(node.get("op")));
  const isOperation = op !== "" && node.get("path") !== undefined;
  fail("missing-kind", isOperation ? "a JSON patch must be a list of operations" : "this object has no kind", {
    ...atPlace(node),
    hint: isOperation
      ? `put a dash before the operation: '- op: ${op}', and indent the lines below it by two spaces`
      : RESOURCE_FIELDS,
  });
}

function nameOf(node: Mapping): string {
  const metadata = node.get("metadata");
  const name = metadata?.kind === "mapping" ? metadata.get("name") : undefined;
  return isTaggedNull(name) ? "" : scalarText(name);
}

function nonNull(node: Node | undefined): Node | undefined {
  return isTaggedNull(node) ? undefined : node;
}
