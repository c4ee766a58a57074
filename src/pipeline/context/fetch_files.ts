/** Fetches the files that a configuration names by http URL before they are read. */

import type { Source } from "../../diagnostics/source.ts";
import type { PathRole } from "../../kustomization/field_type.ts";
import type { PathNode } from "../../kustomization/paths.ts";
import type { Loader } from "../../load/loader.ts";
import { isHttpUrl } from "../../load/remote/remote.ts";
import { placeOf } from "../../yaml/tree/place.ts";

/**
 * The file that a text of each role names. `accumulate` fetches texts that may name a root, and finds out what they
 * are.
 */
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

/** Whether a text of YAML may have an http URL in it: few have, and a search is faster than a look at each field. */
export function mayNameUrl({ text }: Source): boolean {
  // An escape may stand for any letter.
  return text.toLowerCase().includes("http") || text.includes("\\");
}

/** Fetches the http URLs among `paths`, so that the loader can read them synchronously. */
export async function fetchHttpFiles(loader: Loader, paths: Iterable<PathNode>): Promise<void> {
  for (const { role, node } of paths) {
    const file = node.kind === "scalar" ? FILE[role](node.value) : undefined;
    if (file !== undefined && isHttpUrl(file)) await loader.fetch(file, placeOf(node));
  }
}
