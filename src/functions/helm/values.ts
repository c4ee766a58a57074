/** Combines the values in the kustomization with those of the values file. */

import type { Source } from "../../diagnostics/source.ts";
import { jsonNode } from "../../kustomization/json/json_node.ts";
import { strategicMerge } from "../../merge/strategic_merge.ts";
import { Mapping } from "../../yaml/tree/node.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import { print } from "../../yaml/write/print.ts";

/** Values are not Kubernetes objects: lists replace lists. */
const NO_KINDS = { kind: () => undefined };

/**
 * The text of a values file. With `merge` the file takes precedence over inline values, with `override` (the default)
 * the other way round; a null deletes its counterpart.
 *
 * @param file Absent for `replace`, which uses the inline values only.
 */
export function mergedValues(inline: Mapping, file: Source | undefined, valuesMerge: string): string {
  const written = jsonNode(inline);
  if (file === undefined) return print(written);
  const parsed = parseDocument(file);
  const values = parsed?.kind === "mapping" ? parsed : new Mapping();
  const [into, from] = valuesMerge === "merge" ? [written, values] : [values, written];
  strategicMerge(into, from, NO_KINDS);
  return print(into);
}
