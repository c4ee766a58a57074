/**
 * Mutants: single changes of an operator, a boolean or a `continue` that a test should notice. They are found in the
 * syntax tree, so never in a type, a text or a comment.
 */

import { type AnyNode, parse } from "acorn";
import { stripTypeScriptTypes } from "node:module";

export interface Mutant {
  path: string;
  /** From 1. */
  line: number;
  /** The part of the file that changes, in UTF-16 units; the end is excluded. */
  start: number;
  end: number;
  /** What it is replaced by. */
  text: string;
  /** The change, for a report: `=== to !==`. */
  change: string;
  /** Whether that part is a statement, not an expression. */
  isStatement: boolean;
  /** Whether it runs when the module is loaded, not when one of its functions is called. */
  runsOnce: boolean;
}

const COMPARISONS: Readonly<Record<string, string>> = {
  "===": "!==",
  "!==": "===",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
};

const LOGIC: Readonly<Record<string, string>> = { "&&": "||", "||": "&&", "??": "&&" };

/** All mutants of a file. */
export function findMutants(path: string, source: string): Mutant[] {
  const code = stripTypeScriptTypes(source);
  if (code.length !== source.length) throw new Error(`${path}: positions have changed`);
  const found: Mutant[] = [];
  const visit = (node: AnyNode, runsOnce: boolean): void => {
    const change = changeOf(node, source, code);
    if (change !== undefined) {
      const { start, end } = node;
      const line = source.slice(0, change.at ?? start).split("\n").length;
      const isStatement = node.type === "ContinueStatement";
      found.push({ path, line, start, end, text: change.text, change: change.name, isStatement, runsOnce });
    }
    const inFunction = /Function/.test(node.type) || node.type === "PropertyDefinition";
    for (const child of childrenOf(node)) visit(child, runsOnce && !inFunction);
  };
  visit(parse(code, { ecmaVersion: "latest", sourceType: "module" }), true);
  return found;
}

interface Change {
  name: string;
  text: string;
  /** Where the operator is. */
  at?: number;
}

function changeOf(node: AnyNode, source: string, code: string): Change | undefined {
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression":
      return changeOfOperator(node, source, code);
    case "Literal":
      if (typeof node.value !== "boolean") return undefined;
      return { name: `${node.value} to ${!node.value}`, text: String(!node.value) };
    case "ContinueStatement":
      return { name: "no continue", text: ";" };
    default:
      return undefined;
  }
}

function changeOfOperator(
  node: AnyNode & { type: "BinaryExpression" | "LogicalExpression" },
  source: string,
  code: string,
): Change | undefined {
  const { operator, start, end } = node;
  const at = code.indexOf(operator, node.left.end);
  const [left, right] = [source.slice(start, at), source.slice(at + operator.length, end)];
  if (node.type === "LogicalExpression") {
    const other = LOGIC[operator]!;
    // In parentheses, because `??` may not be mixed with others.
    return { name: `${operator} to ${other}`, text: `((${left}) ${other} (${right}))`, at };
  }
  const other = COMPARISONS[operator];
  if (other !== undefined) return { name: `${operator} to ${other}`, text: left + other + right, at };
  if (!"+-".includes(operator) || right.trim() !== "1") return undefined;
  return { name: `${operator} 1 to ${operator} 2`, text: `${left}${operator} 2`, at };
}

function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node).flat().filter((value) => typeof value?.type === "string");
}

/** The source with the change. */
export function applied({ start, end, text }: Mutant, source: string): string {
  return source.slice(0, start) + text + source.slice(end);
}

export interface NumberedMutant extends Mutant {
  number: number;
}

/**
 * The source with mutants that a global function turns on: `mutantIsOn(number)`, which also learns that the place is
 * reached. Mutants must not overlap.
 */
export function switchable(source: string, mutants: readonly NumberedMutant[]): string {
  let text = "";
  let done = 0;
  for (const mutant of mutants.toSorted((a, b) => a.start - b.start)) {
    const original = source.slice(mutant.start, mutant.end);
    const isOn = `globalThis.mutantIsOn?.(${mutant.number})`;
    const both = mutant.isStatement ? `{ if (!${isOn}) ${original} }` : `(${isOn} ? ${mutant.text} : ${original})`;
    text += source.slice(done, mutant.start) + both;
    done = mutant.end;
  }
  return text + source.slice(done);
}

export function overlap(a: Mutant, b: Mutant): boolean {
  return a.path === b.path && a.start < b.end && b.start < a.end;
}
