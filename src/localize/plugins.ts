/** Copies the files that the configuration of a built-in generator or transformer references. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { PathRole } from "../kustomization/field_type.ts";
import { pathsIn } from "../kustomization/paths.ts";
import { settingsOf } from "../pipeline/plugins/registry.ts";
import type { Resource } from "../model/resource.ts";
import { overwriteScalar } from "../yaml/value/set_text.ts";
import { atPlace } from "../yaml/tree/place.ts";
import type { Node } from "../yaml/tree/node.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { describeKind } from "../yaml/tree/describe.ts";

/** Returns the path to write instead; `node` is the place of the original path. */
export type LocalizePath = (path: string, node: Node | undefined) => Promise<string>;

/** How the paths of each role are copied. */
export type Localizers = Readonly<Record<PathRole, LocalizePath>>;

/** Changes the paths of a configuration to those of the copies. `entry` is its place in the kustomization. */
export async function localizePlugin(config: Resource, byRole: Localizers, entry: Node | undefined): Promise<void> {
  const { node: object } = config;
  const settings = settingsOf(config);
  if (settings === undefined) return;
  // The build checks whether the plugin accepts one path or several.
  for (const { role, node } of pathsIn(settings.fields, object)) {
    if (node.kind !== "scalar") failKind(node);
    overwriteScalar(node, await byRole[role](node.value, node));
  }
  if ("chartHome" in settings.fields && isNull(object.get("chartHome"))) {
    await byRole["chart home"]("", entry);
  }
}

function failKind(node: Node): never {
  fail("wrong-type", `expected a path or a list of paths, found ${describeKind(node.kind)}`, atPlace(node));
}
