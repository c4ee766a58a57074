/**
 * YAML as go-yaml v3 writes it for kustomize: in the order and the styles of the nodes, indented by two, without line
 * width. This is what kustomize takes for the text of a node, where it needs one.
 */

import { analyze, MULTILINE, NO_BLOCK, NO_PLAIN, NO_SINGLE } from "../scalar/analyze.ts";
import { isBreak } from "../../text/chars.ts";
import type { Alias, Mapping, Node, Scalar, ScalarStyle } from "../tree/node.ts";
import { isSimpleKey } from "./print_string.ts";
import { resolvePlain } from "../scalar/resolve.ts";
import { foldedLines } from "../scalar/round_trip.ts";
import { blockLines, doubleQuoted, hintsOf, literal, singleQuoted } from "../scalar/forms.ts";

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
  /** A key, the value of a field, what follows a dash or a question mark on its line, or what needs no space before it. */
  role: "key" | "value" | "inline" | "first";
}

/** One document with a line break at its end. `starts` takes the offsets at which nodes start in it. */
export function printStyled(node: Node, starts?: Map<Node, number>): string {
  // The lines of a lone block scalar are indented too.
  const waiting: Task[] = [{ node, indent: node.kind === "scalar" ? 2 : 0, flow: false, role: "first" }];
  let out = "";
  let isLineEnded = true;
  for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
    if (typeof task === "object") {
      starts?.set(task.node, out.length);
      const tasks = tasksOf(task);
      for (let i = tasks.length - 1; i >= 0; i--) waiting.push(tasks[i]!);
      continue;
    }
    const text = typeof task === "string" ? task : (isLineEnded ? "" : "\n") + " ".repeat(task);
    if (text !== "") {
      out += text;
      isLineEnded = isBreak(text.charCodeAt(text.length - 1));
    }
  }
  return isLineEnded ? out : out + "\n";
}

function tasksOf(task: NodeTask): Task[] {
  const { node, flow, role } = task;
  // What stands between a colon or a dash and a value on its line.
  const space = role === "key" || role === "first" ? "" : " ";
  if (node.kind === "alias") return [space, "*" + node.anchor];
  const properties = [node.anchor === "" ? "" : "&" + node.anchor, tagText(node)].filter((text) => text !== "").join(
    " ",
  );
  if (node.kind === "scalar") {
    const text = [properties, scalarText(task, node)].filter((part) => part !== "").join(" ");
    return text === "" ? [] : [space, text];
  }
  const isEmpty = node.kind === "mapping" ? node.entries.length === 0 : node.items.length === 0;
  if (flow || node.flow || isEmpty) return [space, properties === "" ? "" : properties + " ", ...flowTasks(task)];
  if (properties !== "") return [space, properties, ...blockTasks(task, false)];
  return role === "inline" ? [space, ...blockTasks(task, true)] : blockTasks(task, role === "first");
}

function flowTasks({ node, indent }: NodeTask): Task[] {
  const contents = node.kind === "sequence"
    ? node.items.map((item): Task[] => [{ node: item, indent, flow: true, role: "first" }])
    : (node as Mapping).entries.map(({ key, value }): Task[] => [
      ...(isShortKey(key) ? [] : ["? "]),
      { node: key, indent, flow: true, role: isShortKey(key) ? "key" : "first" },
      isShortKey(key) ? ":" : " :",
      { node: value, indent, flow: true, role: "value" },
    ]);
  const separated = contents.flatMap((content, index) => index === 0 ? content : [", ", ...content]);
  return node.kind === "sequence" ? ["[", ...separated, "]"] : ["{", ...separated, "}"];
}

/** The lines of a collection; the first of them is begun already where it is `inline`. */
function blockTasks({ node, indent }: NodeTask, inline: boolean): Task[] {
  const lines = node.kind === "sequence"
    ? node.items.map((item): Task[] => ["-", { node: item, indent: indent + 2, flow: false, role: "inline" }])
    : (node as Mapping).entries.map(({ key, value }) => fieldTasks(key, value, indent));
  return lines.flatMap((line, index): Task[] => inline && index === 0 ? line : [indent, ...line]);
}

function fieldTasks(key: Node, value: Node, indent: number): Task[] {
  if (isShortKey(key)) {
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
    "?",
    { node: key, indent: indent + 2, flow: false, role: "inline" },
    indent,
    ":",
    { node: value, indent: indent + 2, flow: false, role: "inline" },
  ];
}

/** Whether a key is written without `?`. */
function isShortKey(key: Node): boolean {
  if (key.kind === "scalar") return isSimpleKey(key.value);
  if (key.kind === "alias") return true;
  return key.kind === "mapping" ? key.entries.length === 0 : key.items.length === 0;
}

/** The tag, where it is not what the node would be read as without it. */
function tagText(node: Exclude<Node, Alias>): string {
  const { tag } = node;
  if (node.kind !== "scalar") return tag === "!!map" || tag === "!!seq" ? "" : tag;
  // go-yaml writes a tag with << wherever it stands for a merge.
  if (tag === "" && node.value === "<<" && node.style === "plain") return "!!merge";
  if (tag === "!!str" || (tag !== "" && resolvePlain(node.value)?.tag === tag)) return "";
  return tag === "" || tag.startsWith("!") ? tag : `!<${tag}>`;
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
