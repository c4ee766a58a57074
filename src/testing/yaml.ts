/** Helpers for tests of the YAML engine. */

import { Source } from "../diagnostics/source.ts";
import { expandAliases } from "../yaml/value/expand.ts";
import { Mapping, type Node } from "../yaml/tree/node.ts";
import { parseDocument, type ParseOptions } from "../yaml/read/parse.ts";
import { type Plain, toPlain } from "../yaml/value/plain.ts";
import { print } from "../yaml/write/print.ts";
import { diagnosticOf, lineOf } from "./diagnostics.ts";

/** The first document of a text. */
export function parsed(text: string, options: ParseOptions = {}): Node {
  const node = parseDocument(new Source("test.yaml", text), options);
  if (node === undefined) throw new Error("no document");
  return node;
}

/** The value of a document without aliases, with mappings as objects. */
export function valueOf(text: string): unknown {
  return toObjects(toPlain(expandAliases(parsed(text))));
}

export function toObjects(value: Plain): unknown {
  if (Array.isArray(value)) return value.map(toObjects);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, child]) => [key, toObjects(child)]));
  return value;
}

/** The document in kustomize's output. It is put below a key, because a resource's own keys have different rules. */
export function written(text: string): string {
  const root = new Mapping([{ key: parsed("spec"), value: expandAliases(parsed(text)) }]);
  return print(root).replace(/^spec:[ \n]/, "").replaceAll(/^ {2}/gm, "");
}

/** `line:column` of the syntax error in a text. */
export function errorPlace(text: string): string {
  return lineOf(diagnosticOf("yaml-syntax", () => parsed(text))).replace("test.yaml:", "");
}

/**
 * The lines of a recorded file. If the recordings are not next to this work tree, prints a notice and returns
 * undefined.
 */
export function recorded(name: string): unknown[] | undefined {
  const path = new URL(`../../../shared/conformance/${name}`, import.meta.url);
  try {
    return Deno.readTextFileSync(path).trim().split("\n").map((line) => JSON.parse(line));
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    console.warn(`skipped: there is no ../shared/conformance/${name}`);
    return undefined;
  }
}
