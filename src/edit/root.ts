/** The document that kustomize edits. */

import type { Source } from "../diagnostics/source.ts";
import type { Node } from "../yaml/tree/node.ts";
import { parseDocument } from "../yaml/read/parse.ts";

/** The first document of a kustomization file, in which equal keys are allowed; undefined if there is none. */
export function rootOf(source: Source): Node | undefined {
  return parseDocument(source, { uniqueKeys: false });
}
