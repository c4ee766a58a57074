/** The context in which the built-in transformers of a kustomization are configured. */

import { baseName } from "../../text/paths.ts";
import type { ConfigureContext } from "../../transform/transform.ts";
import { placeOf } from "../../yaml/tree/place.ts";
import type { Target } from "../context/target.ts";

export function configureContext({ loader, build }: Target): ConfigureContext {
  return {
    readText: (path, node) => loader.text(path, node && placeOf(node)),
    rootName: baseName(loader.root),
    compat: build.compat,
  };
}
