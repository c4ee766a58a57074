/** Copying what the configuration of a built-in generator or transformer names. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { PathRole } from "../kustomization/field_type.ts";
import { FieldSpecs } from "../model/fields/spec.ts";
import type { Resource } from "../model/resource.ts";
import { overwriteScalar } from "../yaml/value/set_text.ts";
import { atPlace, type Node, type Scalar } from "../yaml/tree/node.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { describeKind } from "../yaml/tree/describe.ts";
import { pathFields } from "../pipeline/plugins/plugin_paths.ts";
import { GENERATORS, rowOf, TRANSFORMERS } from "../pipeline/plugins/registry.ts";
import type { LocalizePath, PathLocalizer } from "./path_localizer.ts";

/** How the paths of each role are copied, in the order in which kustomize does so. */
const COPIES: readonly [PathRole, keyof Pick<PathLocalizer, "file" | "fileSource" | "chartHome" | "patch">][] = [
  ["file", "file"],
  ["key-file", "fileSource"],
  ["chart-home", "chartHome"],
  ["patches", "patch"],
];

/** kustomize leaves the files of these where they are. */
const UNTOUCHED = ["ValueAddTransformer"];

/** Changes the paths of a configuration to those of their copies. `entry` is where the kustomization names it. */
export async function localizePlugin(config: Resource, paths: PathLocalizer, entry: Node | undefined): Promise<void> {
  const { gvk: { version }, apiVersion, kind, node } = config;
  const row = version === "builtin" ? rowOf([...GENERATORS, ...TRANSFORMERS], kind) : undefined;
  if (row?.settings === undefined || UNTOUCHED.includes(kind)) return;
  const fields = pathFields(row.settings.fields);
  for (const [role, copy] of COPIES) {
    const specs = fields.filter((field) => field.role === role).map(({ path }) => ({ path, create: false }));
    const found: Node[] = [];
    new FieldSpecs(specs).visit(config, undefined, (node) => void found.push(node));
    for (const node of found) await localizeNode(node, paths[copy]);
  }
  const takesCharts = fields.some(({ role }) => role === "chart-home");
  if (apiVersion === "builtin" && takesCharts && isNull(node.get("chartHome") ?? undefined)) {
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
