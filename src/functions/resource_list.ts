/** The `ResourceList` that a function reads and writes (KRM functions specification). */

import { decodeSource } from "../diagnostics/decode_source.ts";
import { joinPath } from "../text/paths.ts";
import { ID, LOCAL_CONFIG, OLD_PATH, PATH, tracesAt } from "../history/function_annotations.ts";
import { failMismatch, NAME_PAIRS } from "../history/name_pairs.ts";
import { historyAnnotations } from "../history/history_annotations.ts";
import { readResources } from "../model/read/read_resources.ts";
import type { Resource } from "../model/resource.ts";
import { Source } from "../diagnostics/source.ts";
import { Mapping, type Node, Scalar, Sequence } from "../yaml/tree/node.ts";
import { parseDocument, parseDocuments } from "../yaml/read/parse.ts";
import { print } from "../yaml/write/print.ts";
import { printStyled } from "../yaml/write/print_styled.ts";

/**
 * The object that configures a plugin, in the form that the plugin sees: it may have been transformed, and shows its
 * history.
 */
export function configOf(config: Resource): Resource {
  const given = config.copy();
  addHistory(given);
  return given;
}

/** The same for a function: resources with this annotation are left out of the build. */
export function localConfigOf(config: Resource): Resource {
  const given = configOf(config);
  given.rewriteAnnotations((annotations) => annotations.set(LOCAL_CONFIG, "true"));
  return given;
}

/**
 * The input of a function. A generator also gets its own configuration as the only item, since some read nothing else.
 */
export function writeResourceList(items: Iterable<Resource>, config: Resource): string {
  const nodes = Array.from(items, (item, index) => annotated(withHistory(item), namedTwice(item, tracesAt(index))));
  const functionConfig = annotated(configOf(config), { [LOCAL_CONFIG]: "true" });
  if (nodes.length === 0) nodes.push(annotated(configOf(config), { [LOCAL_CONFIG]: "true", ...tracesAt(0) }));
  const list = new Mapping();
  list.set("apiVersion", new Scalar("config.kubernetes.io/v1"));
  list.set("kind", new Scalar("ResourceList"));
  list.set("items", new Sequence(nodes));
  list.set("functionConfig", functionConfig);
  return printStyled(list);
}

/** The input of a legacy plugin: only the resources. */
export function printForPlugin(items: Iterable<Resource>): string {
  return Array.from(items, (item) => print(withHistory(item).node)).join("---\n");
}

/** Parses the output of a function: a `ResourceList`, or plain resources. */
export function readOutput(name: string, stdout: Uint8Array): Resource[] {
  return readResources(decodeSource(`output of ${name}`, stdout));
}

/** Adds the path that kustomize invents for a function's output, since the next function can read it. */
export function addPath(resource: Resource): void {
  const annotations = resource.annotations();
  if (annotations.has(PATH)) return;
  const path = annotations.get(OLD_PATH) ?? inventedPath(resource);
  resource.rewriteAnnotations((annotations) => annotations.set(OLD_PATH, path).set(PATH, path));
}

export function inventedPath({ kind, name, namespace }: Resource): string {
  return joinPath(namespace, `${kind.toLowerCase()}_${name}.yaml`);
}

/** The messages in the `results` of a function's output; none if the output cannot be parsed. */
export function resultMessages(stdout: Uint8Array): string[] {
  let messages: string[] = [];
  try {
    for (const list of parseDocuments(decodeSource("", stdout))) {
      const results = list.kind === "mapping" ? list.get("results") : undefined;
      if (results?.kind === "sequence") messages = messages.concat(results.items.map(messageOf));
    }
  } catch {
    // The output of a failed function may be anything.
  }
  return messages.filter((message) => message !== "");
}

function messageOf(result: Node): string {
  if (result.kind !== "mapping") return "";
  const text = (field: string) => {
    const value = result.get(field);
    return value?.kind === "scalar" ? value.value : "";
  };
  return text("severity") === "" ? text("message") : `${text("severity")}: ${text("message")}`;
}

/** A copy with its history and id in annotations. */
function withHistory(item: Resource): Resource {
  const copy = item.copy();
  addHistory(copy);
  copy.rewriteAnnotations((annotations) => annotations.set(ID, idText(item)));
  return copy;
}

/** Without any annotations, kustomize leaves an empty field alone. */
function addHistory(copy: Resource): void {
  const history = historyAnnotations(copy.history);
  if (history.size + copy.annotations().size === 0) return;
  copy.rewriteAnnotations((annotations) => history.forEach((value, name) => annotations.set(name, value)));
}

/**
 * A copy of a resource as kustomize reads it from its own output, with the annotations that it adds afterwards at the
 * end. Styles are those of the output.
 */
function annotated(copy: Resource, added: Record<string, string>): Mapping {
  const missing = new Map(Object.entries(added));
  copy.rewriteAnnotations((annotations) => {
    for (const [name, value] of Object.entries(added)) {
      if (!annotations.has(name)) continue;
      annotations.set(name, value);
      missing.delete(name);
    }
  });
  const root = mappingOf(parseDocument(new Source("input of a function", print(copy.node))));
  const field = mappingIn(mappingIn(root, "metadata"), "annotations");
  for (const [name, value] of missing) field.set(name, new Scalar(value, "single"));
  return root;
}

/**
 * The annotations to add, after the other name of each that has one of its two names alone. Throws
 * `conflicting-annotations` if the two differ.
 */
function namedTwice(item: Resource, traces: Record<string, string>): Record<string, string> {
  const annotations = item.annotations();
  const others = new Map<string, string>();
  for (const pair of NAME_PAIRS) {
    const [now, before] = [annotations.get(pair.present) || undefined, annotations.get(pair.legacy) || undefined];
    const value = now ?? before;
    if (value === undefined) continue;
    if ((before ?? value) !== value) failMismatch(item.node, pair);
    for (const name of [pair.present, pair.legacy]) others.set(name, value);
  }
  return { ...Object.fromEntries(others), ...traces };
}

/** The mapping of a field; creates an empty one if it is missing. */
function mappingIn(mapping: Mapping, field: string): Mapping {
  const value = mapping.get(field);
  if (value?.kind === "mapping") return value;
  const made = new Mapping();
  mapping.set(field, made);
  return made;
}

function mappingOf(node: Node | undefined): Mapping {
  if (node?.kind !== "mapping") throw new Error("a resource is a mapping");
  return node;
}

function idText({ gvk: { group, version, kind }, name, namespace }: Resource): string {
  const fields = { group, kind, name, namespace, version };
  return Object.entries(fields).filter(([, value]) => value !== "").map(([field, value]) => `${field}: ${value}\n`)
    .join("");
}
