/** Writes origins as the annotations that `buildMetadata` requests, and parses them from what functions return. */

import { Source } from "../diagnostics/source.ts";
import { Mapping, type Node, Scalar, stringScalar } from "../yaml/tree/node.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { print } from "../yaml/write/print.ts";
import type { Origin } from "../model/history.ts";

/** YAML with the fields in kustomize's order. */
export function originText({ path, repo, ref, configuredIn, configuredBy }: Origin): string {
  const text = fieldsText({ path, repo, ref, configuredIn });
  if (configuredBy === undefined) return text;
  const { apiVersion, kind, name, namespace } = configuredBy;
  return `${text}configuredBy:\n  ${indented(fieldsText({ apiVersion, kind, name, namespace }))}`;
}

export function transformationsText(transformations: readonly Origin[]): string {
  return transformations.map((origin) => `- ${indented(originText(origin))}`).join("");
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

function fieldsText(texts: Record<string, string | undefined>): string {
  const entries = Object.entries(texts).flatMap(([name, text]) =>
    text === undefined || text === "" ? [] : [{ key: new Scalar(name), value: stringScalar(text) }]
  );
  return entries.length === 0 ? "" : print(new Mapping(entries), { sortKeys: false });
}

/** Lines after the first, unless they are empty. */
function indented(text: string): string {
  return text.replace(/\n(?=.)/g, "\n  ");
}
