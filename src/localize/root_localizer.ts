/** Copies one kustomization and everything that its fields reference, and updates the fields to the copies. */

import { decodeKustomization, fileCodec, type Kustomization } from "../edit/fields.ts";
import { rootOf } from "../edit/root.ts";
import { kustomization as table } from "../kustomization/fields.ts";
import { jsonEntries } from "../kustomization/json/json_entries.ts";
import { pathsOf } from "../kustomization/paths.ts";
import { findKustomizationFile } from "../load/kustomization_file.ts";
import { joinPath } from "../text/paths.ts";
import type { Scopes } from "../schema/schema.ts";
import { type Mapping, type Node, type Scalar, stringScalar } from "../yaml/tree/node.ts";
import { print } from "../yaml/write/print.ts";
import type { CopiedRoot } from "./chart_homes.ts";
import { PathLocalizer } from "./path_localizer.ts";

/** Copies a root and, below it, everything it references. Throws `KustError`. */
export async function localizeRoot(root: CopiedRoot, scopes: Scopes): Promise<void> {
  const { name, source } = findKustomizationFile(root.loader.loader);
  const node = rootOf(source);
  const codec = fileCodec(root.loader.loader.compat);
  const fields = decodeKustomization(node, codec);
  // Deprecated fields stay, to keep the copy as close to the original as possible.
  const copy = codec.encode(fields);
  const paths = new PathLocalizer(root, scopes, (entered) => localizeRoot(entered, scopes));
  await localizeFields(copy, node, paths);
  if (usesDefaultChartHome(fields)) await paths.byRole["chart home"]("", undefined);
  root.output.writeFile(joinPath(root.copy, name), print(copy));
}

/** Changes the paths in `copy`. Errors point at the path in the original. */
async function localizeFields(copy: Mapping, original: Node | undefined, paths: PathLocalizer): Promise<void> {
  for (const [name, field] of Object.entries(table.fields)) {
    const value = copy.get(name);
    if (value === undefined) continue;
    for (const { role, node } of pathsOf(field, value)) {
      // The output of an edit has the shapes that the table describes.
      if (node.kind !== "scalar") continue;
      const localized = await paths.byRole[role](node.value, placedNode(original, name, node));
      Object.assign(node, stringScalar(localized));
    }
  }
}

/** Whether there are charts without an explicit home. */
function usesDefaultChartHome({ helmCharts, helmGlobals, helmChartInflationGenerator }: Kustomization): boolean {
  const homes = [...helmChartInflationGenerator ?? []];
  if (helmGlobals !== undefined) homes.push(helmGlobals);
  else if (helmCharts !== undefined && helmCharts.length > 0) homes.push({});
  return homes.some(({ chartHome }) => !chartHome);
}

/** The node of the text in the original; undefined if the text is empty or the file was read in some other way. */
function placedNode(original: Node | undefined, field: string, { value: text }: Scalar): Node | undefined {
  if (original?.kind !== "mapping" || text === "") return undefined;
  for (const [name, { value }] of jsonEntries(original)) {
    if (name.toLowerCase() === field.toLowerCase()) return scalarWith(value, text);
  }
  return undefined;
}

function scalarWith(node: Node, text: string): Node | undefined {
  switch (node.kind) {
    case "scalar":
      return node.value === text ? node : undefined;
    case "alias":
      return scalarWith(node.target, text);
    case "sequence":
      return firstOf(node.items, text);
    case "mapping":
      return firstOf(node.entries.map(({ value }) => value), text);
  }
}

function firstOf(nodes: Node[], text: string): Node | undefined {
  for (const node of nodes) {
    const found = scalarWith(node, text);
    if (found !== undefined) return found;
  }
  return undefined;
}
