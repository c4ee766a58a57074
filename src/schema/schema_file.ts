/**
 * Reads files of openapi schemas, which kustomize parses as JSON if they begin with a brace, and else converts to it.
 */

import { KustError } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import { jsonToNode } from "../json_patch/nodes.ts";
import { parseJson } from "../json_patch/text.ts";
import { jsonNode } from "../kustomization/json/json_node.ts";
import { checkEncoding, parseDocument } from "../yaml/read/parse.ts";
import { Mapping, type Node } from "../yaml/tree/node.ts";
import { isNull } from "../yaml/scalar/resolve.ts";

/**
 * The document of a file, without aliases, merge keys and repeated keys. Undefined for a file of zero bytes; a file of
 * blanks and comments is an empty mapping.
 *
 * @param strictFrom The depth from which on JSON must not repeat a key, nor have half a surrogate pair. Elsewhere, and
 * in YAML, the last key counts.
 */
export function readSchemaFile(source: Source, strictFrom: number): Node | undefined {
  if (isJson(source)) return readJson(source, strictFrom);
  const root = parseDocument(source, { uniqueKeys: false });
  if (source.text !== "" && isNull(root)) return new Mapping();
  return root === undefined ? root : jsonNode(root);
}

/** Whether kustomize parses a file as JSON: only its first byte counts. */
export function isJson(source: Source): boolean {
  return !source.encoding.isUtf16 && source.text.startsWith("{");
}

/** JSON is not read as YAML, which has no `\/` and no surrogate pairs, and allows fewer characters. */
function readJson(source: Source, strictFrom: number): Node {
  checkEncoding(source, 0, source.text.length);
  try {
    return jsonToNode(parseJson(source, { strictFrom }));
  } catch (error) {
    if (!(error instanceof KustError) || error.diagnostic.code !== "json-syntax") throw error;
    throw error.with({ hint: "a schema that begins with '{' must be JSON throughout" });
  }
}
