/** YAML as kustomize reads and writes it, for programs that need more than resources. */

import { Source } from "../diagnostics/source.ts";
import { parseDocuments } from "../yaml/read/parse.ts";
import type { Node } from "../yaml/tree/node.ts";
import { expandAliases } from "../yaml/value/expand.ts";
import { print } from "../yaml/write/print.ts";

/**
 * The documents of a text, as go-yaml v3 reads them. Nodes know their places. Aliases and merge keys are replaced by
 * copies of what they refer to; an empty document is a null scalar.
 *
 * @example
 * ```ts
 * import { parseYaml, printYaml } from "@kust/kust";
 *
 * const [document] = parseYaml("b: 1\na: 'x' # a comment\n");
 * console.assert(printYaml(document!) === "a: x\nb: 1\n");
 * ```
 *
 * @param name The name of the text in places of errors.
 * @throws {KustError} With a place, for invalid YAML (`yaml-syntax`), repeated keys (`duplicate-key`), and aliases that
 * would multiply the size of the text (`too-many-aliases`).
 */
export function parseYaml(text: string, name = "input.yaml"): Node[] {
  return parseDocuments(new Source(name, text), { dialect: "v3" }).map((document) => expandAliases(document));
}

/**
 * A node as a document, as kustomize writes it with go-yaml v2: sorted keys, block style, no comments.
 *
 * @returns Text that ends with a line break.
 * @throws {KustError} For what kustomize cannot write: keys that are not strings, infinite numbers, and texts that do
 * not fit their tag.
 */
export function printYaml(node: Node): string {
  return print(node);
}
