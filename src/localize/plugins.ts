/** Copying what the configuration of a built-in generator or transformer names. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Resource } from "../model/resource.ts";
import { overwriteScalar } from "../yaml/value/set_text.ts";
import { atPlace, type Node, type Scalar } from "../yaml/tree/node.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { describeKind } from "../yaml/tree/describe.ts";
import type { LocalizePath, PathLocalizer } from "./path_localizer.ts";
import { HELM_GENERATOR, type PathKind, PLUGIN_PATHS } from "./plugin_paths.ts";

/** Changes the paths of a configuration to those of their copies. `entry` is where the kustomization names it. */
export async function localizePlugin(
  config: Resource,
  paths: Pick<PathLocalizer, PathKind>,
  entry: Node | undefined,
): Promise<void> {
  for (const { kind, specs } of PLUGIN_PATHS) {
    const found: Node[] = [];
    specs.visit(config, undefined, (node) => void found.push(node));
    for (const node of found) await localizeNode(node, paths[kind]);
  }
  const { apiVersion, kind, node } = config;
  if (apiVersion === "builtin" && kind === HELM_GENERATOR && isNull(node.get("chartHome") ?? undefined)) {
    await paths.chartHome("", entry);
  }
}

/** A path or a list of paths: whether the plugin takes one or several is for the build to say. */
async function localizeNode(node: Node, localize: LocalizePath): Promise<void> {
  if (isNull(node)) return;
  if (node.kind !== "scalar" && node.kind !== "sequence") failOnKind(node);
  for (const scalar of node.kind === "sequence" ? node.items : [node]) {
    if (scalar.kind !== "scalar") failOnKind(scalar);
    await localizeScalar(scalar, localize);
  }
}

async function localizeScalar(scalar: Scalar, localize: LocalizePath): Promise<void> {
  overwriteScalar(scalar, await localize(scalar.value, scalar));
}

function failOnKind(node: Node): never {
  fail("wrong-type", `a path or a list of paths is expected, but there is ${describeKind(node.kind)}`, atPlace(node));
}
