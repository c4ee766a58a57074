import type { Node } from "./node.ts";
export function printStyled(node: Node): string {
  if (node.kind !== "scalar") return "";
  return node.style === "double" ? `"${node.value}"` : node.style === "single" ? `'${node.value}'` : node.value;
}
