/** What a build read as a graph: kustomizations, files and remote sources, with the field on each arrow. */

import { Chains } from "../../affected/chain.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../../kustomization/file_names.ts";
import type { Asker, Read } from "../../reads/read.ts";
import { compareTexts } from "../../text/compare.ts";
import { pointerParts } from "../../text/json_pointer.ts";
import { baseName, dirName } from "../../text/paths.ts";
import { addressOf } from "./dependencies.ts";
import { shown } from "../output/render_diagnostic.ts";

export interface GraphNode {
  kind: "kustomization" | "file" | "remote";
  name: string;
}

export interface Graph {
  /** By a key that is the same for the same thing. */
  nodes: Map<string, GraphNode>;
  /** Fields by the keys of both ends. */
  arrows: Map<string, { from: string; to: string; fields: Set<string> }>;
}

/** @param shown The name of a path for people. @param cwd The real path that names of files count from. */
export function graphOf(builds: readonly (readonly Read[])[], shown: (path: string) => string, cwd: string): Graph {
  const graph: Graph = { nodes: new Map(), arrows: new Map() };
  for (const reads of builds) {
    const chains = new Chains(reads, cwd);
    for (const read of reads) {
      const node = nodeOf(read, shown);
      if (node === undefined) continue;
      graph.nodes.set(node.key, node);
      for (const asker of read.askedBy) addArrow(graph, pathNode(chains.pathOf(asker), shown), node.key, asker);
    }
  }
  return { ...graph, nodes: new Map([...graph.nodes].sort(([a], [b]) => compareTexts(a, b))) };
}

type KeyedNode = GraphNode & { key: string };

/** Undefined for what a build only looked for. */
function nodeOf(read: Read, shown: (path: string) => string): KeyedNode | undefined {
  switch (read.kind) {
    case "file":
      return pathNode(read.path, shown);
    case "tree":
      return { kind: "file", key: `${read.path}/`, name: `${shown(read.path)}/` };
    case "repository":
    case "http":
    case "chart": {
      const address = addressOf(read);
      return address === undefined ? undefined : { kind: "remote", key: address, name: address };
    }
    default:
      return undefined;
  }
}

function pathNode(path: string, shown: (path: string) => string): KeyedNode {
  if (!KUSTOMIZATION_FILE_NAMES.includes(baseName(path))) return { kind: "file", key: path, name: shown(path) };
  return { kind: "kustomization", key: dirName(path), name: shown(dirName(path)) };
}

function addArrow({ nodes, arrows }: Graph, from: KeyedNode, to: string, asker: Asker): void {
  if (from.key === to) return;
  nodes.set(from.key, from);
  const key = `${from.key}\0${to}`;
  const arrow = arrows.get(key) ?? { from: from.key, to, fields: new Set() };
  arrows.set(key, arrow);
  const field = pointerParts(asker.field).filter((part) => !/^\d+$/.test(part)).join(".");
  if (field !== "") arrow.fields.add(field);
}

/** A name as text that a page or a terminal may show, on one line. */
function label(name: string): string {
  return shown(name).replace(/[\n\t]/g, "\ufffd");
}

/** For Graphviz. */
export function dotText({ nodes, arrows }: Graph): string {
  const quoted = (text: string) => `"${label(text).replace(/["\\]/g, "\\$&")}"`;
  const shapes = { kustomization: "box", file: "note", remote: "ellipse" };
  return [
    "digraph dependencies {",
    "  rankdir=LR;",
    ...[...nodes.values()].map(({ kind, name }) => `  ${quoted(name)} [shape=${shapes[kind]}];`),
    ...[...arrows.values()].map(({ from, to, fields }) =>
      `  ${quoted(nodes.get(from)!.name)} -> ${quoted(nodes.get(to)!.name)} [label=${quoted([...fields].join(", "))}];`
    ),
    "}\n",
  ].join("\n");
}

/** For Mermaid, which GitHub draws in a fenced block. */
export function mermaidText({ nodes, arrows }: Graph): string {
  const ids = new Map([...nodes.keys()].map((key, index) => [key, `n${index}`]));
  const quoted = (text: string) =>
    `"${label(text).replace(/[#<>&`]/g, (char) => `#${char.charCodeAt(0)};`).replaceAll('"', "#quot;")}"`;
  const shapes = { kustomization: ["[", "]"], file: ["(", ")"], remote: ["([", "])"] };
  return [
    "flowchart LR",
    ...[...nodes].map(([key, { kind, name }]) => `  ${ids.get(key)}${shapes[kind].join(quoted(name))}`),
    ...[...arrows.values()].map(({ from, to, fields }) => {
      const label = fields.size === 0 ? "" : `|${quoted([...fields].join(", "))}|`;
      return `  ${ids.get(from)} -->${label} ${ids.get(to)}`;
    }),
    "",
  ].join("\n");
}
