/** Writes origins as the annotations that `buildMetadata` requests, and parses them from what functions return. */

import { Source } from "../diagnostics/source.ts";
import { Mapping, type Node, Scalar, stringScalar } from "../yaml/tree/node.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { print } from "../yaml/write/print.ts";
import type { Origin } from "../model/history.ts";

/** YAML with the fields in kustomize's order. */
export function originText({ path, repo, ref, configuredIn, configuredBy }: Origin): string {
  const lines = Object.entries({ path, repo, ref, configuredIn }).map(([name, value]) => line(name, value));
  if (configuredBy === undefined) return lines.join("");
  const { apiVersion, kind, name, namespace } = configuredBy;
  const by = Object.entries({ apiVersion, kind, name, namespace }).map(([name, value]) => {
    const text = line(name, value);
    return text === "" ? "" : `  ${text}`;
  });
  return `${lines.join("")}configuredBy:\n${by.join("")}`;
}

export function transformationsText(transformations: readonly Origin[]): string {
  return transformations.map((origin) => `- ${originText(origin).trimEnd().replaceAll("\n", "\n  ")}\n`).join("");
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

function line(name: string, value: string | undefined): string {
  if (value === undefined || value === "") return "";
  return print(new Mapping([{ key: new Scalar(name), value: stringScalar(value) }]));
}
