/** Prints resources. */

import { KustError } from "../diagnostics/diagnostic.ts";
import { type PrintOptions, printParts } from "../yaml/write/print.ts";
import { joinShort } from "../text/join_short.ts";
import type { Resource } from "./resource.ts";

/** The approximate size of a part, in characters. */
const PART = 1 << 20;
/** Texts from this length on are parts themselves. */
const LONG = 1 << 16;

/**
 * YAML documents separated by `---`, in parts, because the whole may exceed the maximum length of a string. An error
 * about a generated value, which is in no file, points at the resource.
 */
export function* printInParts(resources: Iterable<Resource>, options?: PrintOptions): Iterable<string> {
  let waiting: string[] = [];
  let size = 0;
  let separator = "";
  for (const resource of resources) {
    waiting.push(separator);
    separator = "---\n";
    for (const text of partsOf(resource, options)) {
      waiting.push(text);
      size += text.length;
      if (size < PART) continue;
      yield* joinShort(waiting, LONG);
      waiting = [];
      size = 0;
    }
  }
  yield* joinShort(waiting, LONG);
}

function* partsOf(resource: Resource, options?: PrintOptions): Iterable<string> {
  try {
    yield* printParts(resource.node, options);
  } catch (error) {
    throw pointingAt(resource, error);
  }
}

/** An error about a value of a resource, with a place. */
export function pointingAt({ place }: Resource, error: unknown): unknown {
  if (!(error instanceof KustError) || error.diagnostic.place !== undefined || place === undefined) return error;
  return error.with({ place });
}
