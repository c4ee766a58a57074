/** The `ResourceList` that a function reads and writes (KRM functions specification). */

import { decodeSource } from "../diagnostics/decode_source.ts";
import { joinPath } from "../text/paths.ts";
import { ID, LOCAL_CONFIG, OLD_PATH, PATH, tracesAt } from "../history/function_annotations.ts";
import { historyAnnotations } from "../history/history_annotations.ts";
import { readResources } from "../model/read_resources.ts";
import type { Resource } from "../model/resource.ts";
import type { Node } from "../yaml/tree/node.ts";
import { parseDocuments } from "../yaml/read/parse.ts";
import { print } from "../yaml/write/print.ts";

const HEAD = "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n";

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
  const texts = Array.from(items, (item, index) => printAnnotated(withHistory(item), tracesAt(index)));
  const functionConfig = printAnnotated(configOf(config), { [LOCAL_CONFIG]: "true" });
  if (texts.length === 0) texts.push(printAnnotated(configOf(config), { [LOCAL_CONFIG]: "true", ...tracesAt(0) }));
  const list = texts.map((text) => `- ${indented(text)}\n`).join("");
  return `${HEAD}items:\n${list}functionConfig:\n  ${indented(functionConfig)}\n`;
}

/** The input of a legacy plugin: only the resources. */
export function printForPlugin(items: Iterable<Resource>): string {
  return Array.from(items, (item) => print(withHistory(item).node)).join("---\n");
}

/** Parses the output of a function: a `ResourceList`, or plain resources. */
export function readOutput(name: string, stdout: Uint8Array): Resource[] {
  return readResources(decodeSource(`output of ${name}`, stdout));
}

/** Adds the path that kustomize makes up for a function's output, since the next function can read it. */
export function addPath(resource: Resource): void {
  const { kind, name, namespace } = resource;
  const annotations = resource.annotations();
  if (annotations.has(PATH)) return;
  const path = annotations.get(OLD_PATH) ?? joinPath(namespace, `${kind.toLowerCase()}_${name}.yaml`);
  resource.rewriteAnnotations((annotations) => annotations.set(OLD_PATH, path).set(PATH, path));
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

/** Prints a copy of a resource, with the annotations at the end that kustomize adds after sorting. */
function printAnnotated(copy: Resource, added: Record<string, string>): string {
  const annotations = copy.annotations();
  const there = Object.entries(added).filter(([name]) => annotations.has(name));
  copy.rewriteAnnotations((annotations) => {
    for (const [name, value] of there) annotations.set(name, value);
  });
  const lines = Object.entries(added).filter(([name]) => !annotations.has(name))
    .map(([name, value]) => `    ${name}: '${value}'\n`);
  return withLines(print(copy.node), "metadata:\n", "  annotations:\n", lines.join(""));
}

/** Adds lines to `field` of `parent`, a top-level field; creates `field` if it is missing. */
function withLines(text: string, parent: string, field: string, lines: string): string {
  const start = text.startsWith(parent) ? 0 : text.indexOf(`\n${parent}`) + 1;
  const end = endOfBlock(text, start + parent.length, "");
  const at = text.indexOf(`\n${field}`, start) + 1;
  if (at === 0 || at >= end) return text.slice(0, end) + field + lines + text.slice(end);
  const last = endOfBlock(text, at + field.length, "  ");
  return text.slice(0, last) + lines + text.slice(last);
}

/** The start of the first line that is indented by `indent` or less. */
function endOfBlock(text: string, from: number, indent: string): number {
  let line = from;
  while (line < text.length && (text[line] === "\n" || text.startsWith(`${indent} `, line))) {
    line = text.indexOf("\n", line) + 1 || text.length;
  }
  return line;
}

function idText({ gvk: { group, version, kind }, name, namespace }: Resource): string {
  const fields = { group, kind, name, namespace, version };
  return Object.entries(fields).filter(([, value]) => value !== "").map(([field, value]) => `${field}: ${value}\n`)
    .join("");
}

/** The text of a document, indented as a list item or under a key. */
function indented(text: string): string {
  return text.trimEnd().replaceAll(/\n(?=[^\n])/g, "\n  ");
}
