/** The resources of a file, read as kustomize does to find vars. */

import { KustError } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { readStream } from "../../packages/read_stream.ts";
import type { Node } from "../../yaml/tree/node.ts";

/** One node per resource, with a `List` unwrapped. None if the file is missing or is not YAML. */
export function resourceNodes(source: Source | undefined): Node[] {
  try {
    return source === undefined ? [] : readStream(source, { unwraps: true }).items.map(({ root }) => root);
  } catch (error) {
    if (error instanceof KustError) return [];
    throw error;
  }
}
