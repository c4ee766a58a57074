/** Texts that are YAML themselves or the path of a file with it: `patchesStrategicMerge`, `generators` and the like. */

import { KustError } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import type { Node } from "../tree/node.ts";
import { inlineSource } from "./inline_source.ts";

/**
 * What `read` makes of the text; undefined if it must be a path. kustomize takes each text for a path that it cannot read, but
 * then the error about a text of several lines would be that no file has such a name.
 *
 * @param name What messages call the text.
 * @param read Throws `KustError` for a text that is not what the field holds, as a path never is.
 */
export function inlineOrPath<T>(
  { value, node }: { value: string; node?: Node | undefined },
  name: string,
  read: (source: Source) => T,
): T | undefined {
  try {
    return read(inlineSource(node, value, name));
  } catch (error) {
    if (error instanceof KustError && !value.includes("\n")) return undefined;
    throw error;
  }
}
