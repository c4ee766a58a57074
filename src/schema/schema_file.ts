/**
 * Reads files of openapi schemas, which kustomize parses as JSON if they begin with a brace, and else converts to it.
 */

import type { Code } from "../diagnostics/code.ts";
import { fail } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import { jsonNode } from "../kustomization/json/json_node.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { Mapping, type Node } from "../yaml/tree/node.ts";
import { isNull } from "../yaml/scalar/resolve.ts";

/**
 * The document of a file, without aliases, merge keys and repeated keys, except in JSON. Undefined for a file of zero
 * bytes; a file of blanks and comments is an empty mapping. Throws `code` for invalid JSON.
 *
 * @param field The field that names the file.
 */
export function readSchemaFile(source: Source, field: string, code: Code): Node | undefined {
  const root = parseDocument(source, { uniqueKeys: false });
  if (isJson(source)) checkJson(source, field, code);
  else if (source.text !== "" && (root === undefined || isNull(root))) return new Mapping();
  return root === undefined || isJson(source) ? root : jsonNode(root);
}

/** Whether kustomize parses a file as JSON: only its first byte counts. */
export function isJson(source: Source): boolean {
  return !source.encoding.isUtf16 && source.text.startsWith("{");
}

function checkJson(source: Source, field: string, code: Code): void {
  try {
    JSON.parse(source.text);
  } catch {
    fail(code, `a file under '${field}' that begins with '{' must be valid JSON`, { place: { source, offset: 0 } });
  }
}
