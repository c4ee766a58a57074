/** Writes origins as the annotations that `buildMetadata` requests, and parses them from what functions return. */

import { Source } from "../diagnostics/source.ts";
import type { Mapping, Node } from "../yaml/tree/node.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { printUnfolded } from "../yaml/write/print_string.ts";
import type { Origin } from "../model/history.ts";

/** YAML with the fields in kustomize's order, indented by `column`. */
export function originText({ path, repo, ref, configuredIn, configuredBy }: Origin, column = 0): string {
  const text = fieldsText({ path, repo, ref, configuredIn }, column);
  if (configuredBy === undefined) return text;
  const { apiVersion, kind, name, namespace } = configuredBy;
  return `${text}${" ".repeat(column)}configuredBy:\n${fieldsText({ apiVersion, kind, name, namespace }, column + 2)}`;
}

export function transformationsText(transformations: readonly Origin[]): string {
  return transformations.map((origin) => `- ${originText(origin, 2).slice(2)}`).join("");
}

/** The origin in an annotation; undefined if there is none. */
export function readOrigin(text: string | undefined): Origin | undefined {
  return text === undefined ? undefined : originOf(parseDocument(new Source("origin", text)));
}

export function readTransformations(text: string | undefined): Origin[] {
  const list = text === undefined ? undefined : parseDocument(new Source("transformations", text));
  return list?.kind === "sequence" ? list.items.flatMap((item) => originOf(item) ?? []) : [];
}

function originOf(node: Node | undefined): Origin | undefined {
  if (node?.kind !== "mapping") return undefined;
  const configuredBy = node.get("configuredBy");
  return {
    ...texts(node, ["path", "repo", "ref", "configuredIn"]),
    configuredBy: configuredBy?.kind !== "mapping" ? undefined : {
      apiVersion: "",
      kind: "",
      name: "",
      ...texts(configuredBy, ["apiVersion", "kind", "name", "namespace"]),
    },
  };
}

function texts(node: Mapping, fields: string[]): Record<string, string> {
  return Object.fromEntries(fields.flatMap((field) => {
    const value = node.get(field);
    return value?.kind === "scalar" ? [[field, value.value]] : [];
  }));
}

function fieldsText(texts: Record<string, string | undefined>, column: number): string {
  return Object.entries(texts).map(([name, text = ""]) => {
    if (text === "") return "";
    const written = `${" ".repeat(column)}${name}: ${printUnfolded(text, column + 2)}`;
    return /[\n\u0085\u2028\u2029]$/.test(written) ? written : `${written}\n`;
  }).join("");
}
