/** Nodes as YAML. */

import { KustError } from "../../../diagnostics/diagnostic.ts";
import type { Node } from "../../../yaml/tree/node.ts";
import { print } from "../../../yaml/write/print.ts";

/**
 * The lines of a node. A node that YAML cannot represent, such as infinity, becomes a comment, so that the rest is
 * still shown.
 */
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
