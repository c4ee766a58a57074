/** The path for a resource that does not come from a file. */

import { joinPath } from "../text/paths.ts";
import type { Node } from "../yaml/tree/node.ts";
import { metaOf } from "./annotations.ts";

export function defaultPath(root: Node, folder: string): string {
  const { kind, name, namespace } = metaOf(root);
  return joinPath(folder, namespace, `${kind.toLowerCase()}_${name}.yaml`);
}
