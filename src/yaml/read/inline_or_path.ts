/** Texts that are either YAML or the path of a YAML file: `patchesStrategicMerge`, `generators` and the like. */

import { KustError } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import type { Node } from "../tree/node.ts";
import { inlineSource } from "./inline_source.ts";

/**
 * The result of `read`; undefined if the text must be a path. kustomize treats every text that it cannot read as a
 * path, but then the error for a multi-line text would be that there is no file of that name.
 *
 * @param name The name of the text in messages.
 * @param read Throws `KustError` for a text that is not valid in the field, which includes every path.
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
