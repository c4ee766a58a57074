/** The paths of `cfg grep` and `cfg tree --field`: `spec.template.spec.containers[name=nginx].image`. */

import { fail } from "../diagnostics/diagnostic.ts";
import { printCommented } from "../yaml/write/print_styled.ts";
import type { CommentsOf } from "../yaml/tree/comments.ts";
import { Mapping, type Node, Scalar, Sequence } from "../yaml/tree/node.ts";

/** Splits a path at its dots, except those after a backslash, and before brackets. */
export function splitQuery(path: string): string[] {
  const parts = path.split(/(?<!\\)\./).map((part) => part.replaceAll("\\.", "."));
  return parts.flatMap((part) => {
    if (!part.includes("[")) return [part];
    const [list = "", element = "", ...rest] = part.split("[");
    if (rest.length === 0) return [list, `[${element}`];
    fail("invalid-argument", `unrecognized path element '${part}'`, { hint: "write it as list[field=value]" });
  });
}

/** The text of a node without surrounding quotes, on one line if possible. */
export function flowText(node: Node, commentsOf: CommentsOf): string {
  const root = inFlow(node);
  return printCommented({ root, head: "", foot: "", commentsOf: (one) => commentsOf(one === root ? node : one) })
    .trim();
}

function inFlow(node: Node): Node {
  if (node.kind === "alias") return node;
  const copy = node.kind === "scalar"
    // A quoted string stays a string.
    ? new Scalar(node.value, "plain", node.style === "plain" ? node.tag : "!!str")
    : node.kind === "mapping"
    ? new Mapping(node.entries)
    : new Sequence(node.items);
  if (copy.kind !== "scalar") copy.flow = true;
  copy.anchor = node.anchor;
  return copy;
}
