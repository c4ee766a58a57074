/** Selects resources by the value of a field. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { looseSlot, matchFields } from "../../model/fields/matches.ts";
import { compileRegexp } from "../../regexp/regexp.ts";
import type { CommentsOf } from "../../yaml/tree/comments.ts";
import { type Node, scalarText } from "../../yaml/tree/node.ts";
import type { Filter } from "../pipeline.ts";
import { flowText, splitQuery } from "../query.ts";
import { compareQuantities } from "../quantity.ts";

/** A parsed query such as `spec.replicas>=3`. */
interface Query {
  steps: string[];
  matches(node: Node, commentsOf: CommentsOf): boolean;
}

export interface GrepOptions {
  /** Whether to select the others. */
  inverts: boolean;
  /** Whether a path continues inside texts. */
  intoTexts: boolean;
}

export function grepFilter(query: string, { inverts, intoTexts }: GrepOptions): Filter {
  const { steps, matches } = parseQuery(query);
  return (items) =>
    items.filter(({ root, commentsOf }) => {
      const found = matchFields(looseSlot(root), steps, { create: undefined, intoTexts });
      return found.some(({ node }) => matches(node, commentsOf)) !== inverts;
    });
}

/** The longer ones first. */
const COMPARISONS: readonly [sign: string, holds: (order: number) => boolean][] = [
  [">=", (order) => order >= 0],
  ["<=", (order) => order <= 0],
  [">", (order) => order > 0],
  ["<", (order) => order < 0],
];

function parseQuery(query: string): Query {
  const steps = splitQuery(query);
  const last = steps.pop()!;
  const comparison = COMPARISONS.find(([sign]) => last.includes(sign));
  const [field = "", value = "", ...rest] = last.split(comparison?.[0] ?? "=");
  if (rest.length > 0) {
    fail("invalid-argument", `'${last}' contains more than one comparison`, {
      hint: "write one of =, <, <=, > and >=, and a backslash before a dot of the value",
    });
  }
  steps.push(field);
  if (comparison === undefined) {
    const pattern = compileRegexp(value);
    return { steps, matches: (node, commentsOf) => pattern.matches(comparedText(node, commentsOf)) };
  }
  const [, holds] = comparison;
  return { steps, matches: (node) => scalarText(node) !== "" && holds(compareQuantities(scalarText(node), value)) };
}

/** With comments, and without any double quotes. */
function comparedText(node: Node, commentsOf: CommentsOf): string {
  return flowText(node, commentsOf).replaceAll('"', "").trim();
}
