/** Brings the files that a configuration names by http address before they are read. */

import type { PathRole } from "../../kustomization/field_type.ts";
import type { PathNode } from "../../kustomization/paths.ts";
import type { Loader } from "../../load/loader.ts";
import { isHttpUrl } from "../../load/remote/remote.ts";
import { placeOf } from "../../yaml/tree/node.ts";

/** The file that a text of each role names. What may be a root is for `accumulate` to fetch, which finds out what it is. */
const FILE: Readonly<Record<PathRole, (text: string) => string | undefined>> = {
  file: (text) => text,
  "uncopied file": (text) => text,
  "key=file": (text) => text.slice(text.indexOf("=") + 1),
  patches: (text) => text,
  plugins: () => undefined,
  resources: () => undefined,
  root: () => undefined,
  "chart home": () => undefined,
};

/** Brings those of `paths` that are http addresses, so that the loader can read them at once. */
export async function fetchHttpFiles(loader: Loader, paths: Iterable<PathNode>): Promise<void> {
  for (const { role, node } of paths) {
    const file = node.kind === "scalar" ? FILE[role](node.value) : undefined;
    if (file !== undefined && isHttpUrl(file)) await loader.fetch(file, placeOf(node));
  }
}
