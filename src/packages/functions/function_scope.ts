/** Which resources a function sees: those in its own folder and below. */

import type { Node } from "../../yaml/tree/node.ts";
import { baseName, cleanPath, dirName } from "../../text/paths.ts";
import { annotationsOf } from "../annotations.ts";
import { INDEX, PATH } from "../package_annotations.ts";
import type { Item } from "../pipeline.ts";
import { compareTexts } from "../../text/compare.ts";

/** A folder of this name belongs to the one above. */
const FUNCTIONS = "functions";

function folderOf(root: Node): string | undefined {
  const annotations = annotationsOf(root);
  const path = annotations.get(PATH.present) ?? annotations.get(PATH.legacy);
  if (path === undefined) return undefined;
  const folder = dirName(cleanPath(path));
  return baseName(folder) === FUNCTIONS ? dirName(folder) : folder;
}

/** The folder that a function is for; "" if its configuration is not from a file. */
export function scopeOf(config: Node): string {
  return folderOf(config) ?? "";
}

/** Separates the resources in a scope from the others. */
export function partition(items: readonly Item[], scope: string): { inside: Item[]; outside: Item[] } {
  if (scope === "" || scope === ".") return { inside: [...items], outside: [] };
  // Sic: `app` is the scope of `apple` too.
  const isInside = ({ root }: Item) => folderOf(root)?.startsWith(scope) === true;
  return { inside: items.filter(isInside), outside: items.filter((item) => !isInside(item)) };
}

/** The order in which functions run: those in deeper folders first. */
export function compareFunctions(a: Item, b: Item): number {
  const [x, y] = [pathOf(a), pathOf(b)];
  if (x === y) return indexOf(a) - indexOf(b);
  const [p, q] = [folderOf(a.root) ?? ".", folderOf(b.root) ?? "."];
  return depthOf(q) - depthOf(p) || compareTexts(p, q);
}

function pathOf({ root }: Item): string {
  return annotationsOf(root).get(PATH.present) ?? "";
}

function indexOf({ root }: Item): number {
  return Number(annotationsOf(root).get(INDEX.present) ?? 0) || 0;
}

function depthOf(folder: string): number {
  return folder === "." ? 0 : folder.split("/").length;
}
