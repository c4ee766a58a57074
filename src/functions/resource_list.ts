/** The `ResourceList` that a function reads and writes (KRM functions specification). */

import { Source } from "../diagnostics/source.ts";
import { textOf } from "../yaml/utf8.ts";
import { showHistory } from "../model/build_annotations.ts";
import { readResources } from "../model/read_resources.ts";
import type { IsClusterScoped, Resource } from "../model/resource.ts";
import type { Node } from "../yaml/node.ts";
import { parseDocuments } from "../yaml/parse.ts";
import { print } from "../yaml/print.ts";

const LOCAL_CONFIG = "config.kubernetes.io/local-config";

/** kustomize puts the id of each item, as YAML, where functions can read it. */
const ID = "kustomize.config.k8s.io/id";

/** The object that configures a function, as the function is given it: what has this annotation is left out of the build. */
export function functionConfigOf(config: Resource): Resource {
  const given = config.copy();
  given.annotations = new Map([...config.annotations, [LOCAL_CONFIG, "true"]]);
  return given;
}

/** The text that a function is given on stdin. */
export function writeResourceList(items: Iterable<Resource>, functionConfig: Resource): string {
  let text = "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:";
  let index = 0;
  for (const item of items) text += `\n- ${indented(print(withTraces(item, index++).node))}`;
  if (index === 0) text += " []";
  return `${text}\nfunctionConfig:\n  ${indented(print(functionConfig.node))}\n`;
}

/** The text that a legacy plugin is given on stdin: the resources alone. */
export function printForPlugin(items: Iterable<Resource>): string {
  return Array.from(items, (item) => print(withHistory(item).node)).join("---\n");
}

/** What a function wrote on stdout: the resources of a `ResourceList`, or just resources. */
export function readOutput(name: string, stdout: Uint8Array, isClusterScoped: IsClusterScoped): Resource[] {
  return readResources(new Source(`output of ${name}`, textOf(stdout)), isClusterScoped);
}

/** The messages in the `results` of a function's output; none where the output cannot be read. */
export function resultMessages(stdout: Uint8Array): string[] {
  let messages: string[] = [];
  try {
    for (const list of parseDocuments(new Source("", textOf(stdout)))) {
      const results = list.kind === "mapping" ? list.get("results") : undefined;
      if (results?.kind === "sequence") messages = messages.concat(results.items.map(messageOf));
    }
  } catch {
    // A function that failed may have written anything.
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
  const { annotations } = item;
  showHistory(item.history, annotations);
  annotations.set(ID, idText(item));
  copy.annotations = annotations;
  return copy;
}

/** A copy with all the annotations that kustomize shows to functions. */
function withTraces(item: Resource, index: number): Resource {
  const copy = withHistory(item);
  const { annotations } = copy;
  for (const name of ["config.kubernetes.io/index", "internal.config.kubernetes.io/index"]) {
    annotations.set(name, String(index));
  }
  for (const name of ["internal.config.kubernetes.io/id", "config.k8s.io/id"]) annotations.set(name, String(index + 1));
  copy.annotations = annotations;
  return copy;
}

function idText({ gvk: { group, version, kind }, name, namespace }: Resource): string {
  const fields = { group, kind, name, namespace, version };
  return Object.entries(fields).filter(([, value]) => value !== "").map(([field, value]) => `${field}: ${value}\n`)
    .join("");
}

/** The text of a document as it stands in a list or under a key. */
function indented(text: string): string {
  return text.trimEnd().replaceAll(/\n(?=[^\n])/g, "\n  ");
}
