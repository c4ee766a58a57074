/** Places the nodes of a graph in columns: what is built at the left, what it is made of further to the right. */

import { baseName, dirName } from "../../src/text/paths.ts";
import type { GraphReport } from "../worker/answer.ts";

export type Role = "target" | "base" | "component" | "file" | "remote";

export interface PlacedNode {
  key: string;
  role: Role;
  /** The path or address. */
  name: string;
  /** The name without the folder that its neighbours show. */
  label: string;
  /** What it is: for a file, the fields that name it. */
  caption: string;
  /** 0 at the left. */
  column: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedArrow {
  from: PlacedNode;
  to: PlacedNode;
  fields: string[];
}

export interface Picture {
  /** By column, then from top to bottom. */
  nodes: PlacedNode[];
  arrows: PlacedArrow[];
  width: number;
  height: number;
}

const HEIGHT = 46;
const GAP = 14;
const COLUMN_GAP = 48;
const MARGIN = 12;
const CHARACTER = 7.2;
const MAX_CHARACTERS = 34;
const MAX_CAPTION = 40;

/** Nodes for the files of one kustomization. */
const MAX_FILES = 14;

/** @param target The key of the kustomization that is built. */
export function layOut(whole: GraphReport, target: string): Picture {
  const graph = withFewFiles(whole);
  const columns = columnsOf(graph, target);
  const nodes = graph.nodes.map((node) => nodeOf(node, graph, target, columns.get(node.key) ?? 0));
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const arrows = graph.arrows.flatMap(({ from, to, fields }) => {
    const [start, end] = [byKey.get(from), byKey.get(to)];
    return start === undefined || end === undefined ? [] : [{ from: start, to: end, fields }];
  });
  const placed = inColumns(nodes, arrows);
  return { ...place(placed), nodes: placed.flat(), arrows };
}

/** If a kustomization has many files of its own, some of them stand for all. */
function withFewFiles({ nodes, arrows }: GraphReport): GraphReport {
  const askers = new Map<string, string[]>();
  for (const { from, to } of arrows) askers.set(to, [...askers.get(to) ?? [], from]);
  const files = Map.groupBy(nodes.filter(({ kind }) => kind === "file"), ({ key }) => askers.get(key)?.join("\n"));
  const dropped = new Set<string>();
  const rests: { from: string; node: GraphReport["nodes"][number] }[] = [];
  for (const [from, own] of files) {
    if (from === undefined || own.length <= MAX_FILES) continue;
    const rest = own.slice(MAX_FILES - 1);
    for (const { key } of rest) dropped.add(key);
    rests.push({ from, node: { kind: "file", key: `${from}\n`, name: `${rest.length} more files` } });
  }
  return {
    nodes: [...nodes.filter(({ key }) => !dropped.has(key)), ...rests.map(({ node }) => node)],
    arrows: [
      ...arrows.filter(({ to }) => !dropped.has(to)),
      ...rests.flatMap(({ from, node }) => from.split("\n").map((one) => ({ from: one, to: node.key, fields: [] }))),
    ],
  };
}

/** The longest way from the target to each node, so that arrows lead to the right. */
function columnsOf({ nodes, arrows }: GraphReport, target: string): Map<string, number> {
  const columns = new Map([[target, 0]]);
  // A way has fewer steps than there are nodes; kustomizations that name each other would go on for ever.
  for (let round = 0; round < nodes.length; round++) {
    let isDone = true;
    for (const { from, to } of arrows) {
      const column = (columns.get(from) ?? -1) + 1;
      if (column === 0 || column <= (columns.get(to) ?? -1) || column >= nodes.length || to === target) continue;
      columns.set(to, column);
      isDone = false;
    }
    if (isDone) break;
  }
  return columns;
}

function nodeOf(
  { key, kind, name }: GraphReport["nodes"][number],
  { arrows }: GraphReport,
  target: string,
  column: number,
): PlacedNode {
  const into = arrows.filter(({ to }) => to === key);
  const fields = [...new Set(into.flatMap(({ fields }) => fields))];
  const role = key === target ? "target" : kind !== "kustomization" ? kind : roleOf(fields);
  const isBesideAsker = into.some(({ from }) => from === dirName(key));
  const label = cut(role === "file" && isBesideAsker ? baseName(name) : name === "." ? "(top folder)" : name);
  const caption = captionOf(role, fields);
  const width = Math.ceil(Math.max(label.length, caption.length * 0.86) * CHARACTER) + 28;
  return { key, role, name, label, caption, column, x: 0, y: 0, width, height: HEIGHT };
}

function roleOf(fields: readonly string[]): Role {
  return fields.includes("components") ? "component" : "base";
}

function captionOf(role: Role, fields: readonly string[]): string {
  if (role === "target") return "built";
  if (role !== "file" && role !== "remote") return role;
  const text = fields.join(", ");
  return text.length <= MAX_CAPTION ? text : `${text.slice(0, MAX_CAPTION - 1)}…`;
}

/** Keeps the end of a long name, which tells it from others. */
function cut(text: string): string {
  return text.length <= MAX_CHARACTERS ? text : `…${text.slice(1 - MAX_CHARACTERS)}`;
}

/** The nodes of each column, near those that they belong to. */
function inColumns(nodes: readonly PlacedNode[], arrows: readonly PlacedArrow[]): PlacedNode[][] {
  const columns: PlacedNode[][] = [];
  for (const node of nodes) (columns[node.column] ??= []).push(node);
  const filled = columns.filter((column) => column !== undefined);
  const positions = new Map<PlacedNode, number>();
  for (const column of filled) {
    const weights = new Map(column.map((node) => [node, weightOf(node, arrows, positions)]));
    column.sort((a, b) => weights.get(a)! - weights.get(b)! || rank(a) - rank(b));
    for (const [index, node] of column.entries()) positions.set(node, index / column.length);
  }
  return filled;
}

/** The mean position of those that lead to a node. */
function weightOf(node: PlacedNode, arrows: readonly PlacedArrow[], positions: Map<PlacedNode, number>): number {
  const sources = arrows.flatMap(({ from, to }) => to === node ? positions.get(from) ?? [] : []);
  return sources.reduce((sum, one) => sum + one, 0) / Math.max(1, sources.length);
}

/** Kustomizations before files. */
function rank({ role }: PlacedNode): number {
  return role === "file" || role === "remote" ? 1 : 0;
}

function place(columns: PlacedNode[][]): { width: number; height: number } {
  const heights = columns.map((column) => column.length * (HEIGHT + GAP) - GAP);
  const height = Math.max(0, ...heights);
  let x = MARGIN;
  for (const [index, column] of columns.entries()) {
    const width = Math.max(...column.map((node) => node.width));
    for (const [row, node] of column.entries()) {
      Object.assign(node, { x, y: MARGIN + (height - heights[index]!) / 2 + row * (HEIGHT + GAP), width });
    }
    x += width + COLUMN_GAP;
  }
  return { width: x - COLUMN_GAP + MARGIN, height: height + 2 * MARGIN };
}
