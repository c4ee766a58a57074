/** Prints resources. */

import { KustError } from "../diagnostics/diagnostic.ts";
import { printParts } from "../yaml/write/print.ts";
import type { Resource } from "./resource.ts";

/** Parts are put together up to about this many characters. */
const PART = 1 << 20;

/**
 * YAML documents with `---` between them, in parts: the whole may be longer than a text can be. An error about a value that
 * is in no file, since it was made, points at the resource.
 */
export function* printInParts(resources: Iterable<Resource>): Iterable<string> {
  let waiting: string[] = [];
  let size = 0;
  let separator = "";
  for (const resource of resources) {
    waiting.push(separator);
    separator = "---\n";
    for (const text of partsOf(resource)) {
      waiting.push(text);
      size += text.length;
      if (size < PART) continue;
      yield waiting.join("");
      waiting = [];
      size = 0;
    }
  }
  if (size > 0) yield waiting.join("");
}

function* partsOf({ node, place }: Resource): Iterable<string> {
  try {
    yield* printParts(node);
  } catch (error) {
    if (!(error instanceof KustError) || error.diagnostic.place !== undefined || place === undefined) throw error;
    throw new KustError({ ...error.diagnostic, place });
  }
}
