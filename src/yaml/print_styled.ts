/**
 * YAML as go-yaml v3 writes it for kustomize: in the order and the styles of the nodes, indented by two, without line
 * width. This is what kustomize takes for the text of a node, where it needs one.
 */

import { analyze, MULTILINE, NO_BLOCK, NO_PLAIN, NO_SINGLE } from "./analyze.ts";
import { isBreak } from "./chars.ts";
import type { Alias, Node, Scalar, ScalarStyle } from "./node.ts";
import { isSimpleKey } from "./print_string.ts";
import { resolvePlain } from "./resolve.ts";
import { foldedLines } from "./round_trip.ts";
import { blockLines, doubleQuoted, hintsOf, literal, singleQuoted } from "./scalar_forms.ts";

/**
 * What is still to be written: a text, a number for a new line indented by so much, or a node. Nodes wait on a list, as
 * nesting may be deep.
 */
type Task = string | number | NodeTask;

interface NodeTask {
  node: Node;
  indent: number;
  /** Whether it is within brackets. */
  flow: boolean;
  /** A key, the value of a field, or what starts on a line that is begun. */
  role: "key" | "value" | "inline";
}

/** One document with a line break at its end. */
export function printStyled(node: Node): string {
  const waiting: Task[] = [{ node, indent: 0, flow: false, role: "inline" }];
  let out = "";
  for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
    if (typeof task === "string") out += task;
    else if (typeof task === "number") out += (endsLine(out) ? "" : "\n") + " ".repeat(task);
    else waiting.push(...tasksOf(task).reverse());
  }
  return endsLine(out) ? out : out + "\n";
}

function endsLine(text: string): boolean {
  return text === "" || isBreak(text.charCodeAt(text.length - 1));
}

function tasksOf(task: NodeTask): Task[] {
  const { node, flow, role } = task;
  if (node.kind === "alias") return [space(role), "*" + node.anchor];
  const properties = (node.anchor === "" ? "" : `&${node.anchor} `) + tagText(node);
  if (node.kind === "scalar") return [space(role), properties + scalarText(task, node)];
  const isEmpty = node.kind === "mapping" ? node.entries.length === 0 : node.items.length === 0;
  if (flow || node.flow || isEmpty) return [space(role), properties, ...flowTasks(task)];
  if (properties === "") return blockTasks(task);
  return [space(role), properties.trimEnd(), ...blockTasks({ ...task, role: "value" })];
}

/** What stands between a colon and a value on its line. */
function space(role: NodeTask["role"]): string {
  return role === "value" ? " " : "";
}

function flowTasks({ node, indent }: NodeTask): Task[] {
  if (node.kind === "sequence") {
    const items = node.items.map((item): Task => ({ node: item, indent, flow: true, role: "inline" }));
    return ["[", ...items.flatMap((item, index) => index === 0 ? [item] : [", ", item]), "]"];
  }
  if (node.kind !== "mapping") return [];
  const entries = node.entries.map(({ key, value }): Task[] => [
    { node: key, indent, flow: true, role: "key" },
    ":",
    { node: value, indent, flow: true, role: "value" },
  ]);
  return ["{", ...entries.flatMap((entry, index) => index === 0 ? entry : [", ", ...entry]), "}"];
}

function blockTasks({ node, indent, role }: NodeTask): Task[] {
  const isInline = role === "inline";
  if (node.kind === "sequence") {
    return node.items.flatMap((item, index): Task[] => [
      ...(isInline && index === 0 ? [] : [indent]),
      "- ",
      { node: item, indent: indent + 2, flow: false, role: "inline" },
    ]);
  }
  if (node.kind !== "mapping") return [];
  return node.entries.flatMap(({ key, value }, index): Task[] => [
    ...(isInline && index === 0 ? [] : [indent]),
    ...fieldTasks(key, value, indent),
  ]);
}

function fieldTasks(key: Node, value: Node, indent: number): Task[] {
  const isSimple = key.kind === "alias" || (key.kind === "scalar" && isSimpleKey(key.value));
  if (isSimple) {
    // A list stands in the column of its key.
    const inner = value.kind === "sequence" ? indent : indent + 2;
    return [{ node: key, indent, flow: false, role: "key" }, ":", {
      node: value,
      indent: inner,
      flow: false,
      role: "value",
    }];
  }
  return [
    "? ",
    { node: key, indent: indent + 2, flow: false, role: "inline" },
    indent,
    ": ",
    { node: value, indent: indent + 2, flow: false, role: "inline" },
  ];
}

/** The tag, where it is not what the node would be read as without it. */
function tagText(node: Exclude<Node, Alias>): string {
  const { tag } = node;
  if (tag === "" || tag === (node.kind === "mapping" ? "!!map" : node.kind === "sequence" ? "!!seq" : "!!str")) {
    return "";
  }
  if (node.kind === "scalar" && (resolvePlain(node.value)?.tag ?? "!!str") === tag) return "";
  return (tag.startsWith("!") ? tag : `!<${tag}>`) + " ";
}

function scalarText({ indent, flow, role }: NodeTask, scalar: Scalar): string {
  const { value } = scalar;
  switch (styleFor(scalar, flow, role === "key")) {
    case "plain":
      return value;
    case "single":
      return singleQuoted(value, 0, indent, Infinity);
    case "double":
      return doubleQuoted(value, 0, indent, Infinity);
    case "literal":
      return literal(value, indent);
    case "folded": {
      const lines = foldedLines(value).map(({ text, breaks }) => text + breaks);
      return blockLines(">" + hintsOf(value), lines.join(""), indent);
    }
  }
}

/** The style that a scalar asks for, or the next one that can hold it. */
function styleFor(scalar: Scalar, flow: boolean, isKey: boolean): ScalarStyle {
  const { value } = scalar;
  const flags = value === "" ? NO_BLOCK : analyze(value);
  const isBlock = (flags & NO_BLOCK) === 0 && !flow && !isKey;
  let style = askedStyle(scalar);
  if (isKey && (flags & MULTILINE) !== 0) style = "double";
  if ((style === "literal" || style === "folded") && !isBlock) style = "double";
  if (style === "plain" && !canBePlain(value, flags, flow, isKey)) style = "single";
  if (style === "single" && (flags & NO_SINGLE) !== 0) style = "double";
  return style;
}

function askedStyle({ style, tag, value }: Scalar): ScalarStyle {
  if (style !== "plain") return style;
  if (value.includes("\n")) return "literal";
  return tag === "!!str" && resolvePlain(value) !== undefined ? "double" : "plain";
}

function canBePlain(value: string, flags: number, flow: boolean, isKey: boolean): boolean {
  if (value === "") return !flow && !isKey;
  return (flags & NO_PLAIN) === 0 && !(flow && /[,?[\]{}:]/.test(value));
}
