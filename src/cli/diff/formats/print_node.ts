/** Nodes as YAML. */

import { KustError } from "../../../diagnostics/diagnostic.ts";
import type { Node } from "../../../yaml/tree/node.ts";
import { print } from "../../../yaml/write/print.ts";

/** The lines of a node. One that cannot be written, such as infinity, is a comment that says so: the others are still told. */
export function linesOfNode(node: Node): string[] {
  return printed(node).replace(/\n$/, "").split("\n");
}

function printed(node: Node): string {
  try {
    return print(node);
  } catch (error) {
    if (!(error instanceof KustError)) throw error;
    return `# ${error.diagnostic.message}`;
  }
}
