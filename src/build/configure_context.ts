/** What built-in transformers may use of a kustomization while they are configured. */

import { baseName } from "../load/paths.ts";
import type { ConfigureContext } from "../transform/index.ts";
import { placeOf } from "../yaml/node.ts";
import type { Target } from "./target.ts";

export function configureContext({ loader, build }: Target): ConfigureContext {
  return {
    readText: (path, node) => loader.text(path, node && placeOf(node)),
    rootName: baseName(loader.root),
    isClusterScoped: build.isClusterScoped,
  };
}
