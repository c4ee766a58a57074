/** Resources as a tree: by the folders that they come from, or by their owners. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { FileSystem } from "../../load/file_system.ts";
import { baseName, cleanPath, dirName, joinPath } from "../../text/paths.ts";
import { compareCodePoints } from "../../text/compare.ts";
import { isNull } from "../../yaml/scalar/resolve.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import { type Node, scalarText } from "../../yaml/tree/node.ts";
import { metaOf } from "../annotations.ts";
import { copyLegacyAnnotations, PATH } from "../package_annotations.ts";
import type { Item } from "../pipeline.ts";
import { PACKAGE_FILE } from "../read_package.ts";
import { type Branch, branch, grow } from "./draw_tree.ts";
import { growFields, type TreeField } from "./tree_fields.ts";

export interface TreeOptions {
  /** The folder that was read, as the first line of the tree. */
  root: string;
  fields: readonly TreeField[];
  /** Whether the path of a field continues inside texts. */
  intoTexts: boolean;
  fileSystem: FileSystem;
}

/** A tree by folders, without resources that have no kind. */
export function treeOfFolders(items: readonly Item[], options: TreeOptions): Branch {
  const byFolder = new Map<string, Node[]>();
  for (const { root } of items) {
    copyLegacyAnnotations(root);
    const { kind, annotations } = metaOf(root);
    if (kind === "") continue;
    const folder = dirName(cleanPath(annotations.get(PATH.present) ?? ""));
    byFolder.set(folder, [...byFolder.get(folder) ?? [], root]);
  }
  const tree = branch(options.root);
  const branches = new Map<string, Branch>();
  for (const folder of [...byFolder.keys()].sort(compareCodePoints)) {
    let place = parentOf(folder, branches) ?? tree;
    if (folder !== ".") place = grow(place, folderName(folder, options));
    branches.set(folder, place);
    for (const root of sortNodes(byFolder.get(folder)!)) growResource(place, root, undefined, options);
  }
  return tree;
}

/** The longest folder, of sorted ones, whose path is a prefix of the path; kustomize picks one at random. */
function parentOf(folder: string, branches: ReadonlyMap<string, Branch>): Branch | undefined {
  return [...branches].findLast(([other]) => folder.startsWith(other))?.[1];
}

function folderName(folder: string, { root, fileSystem }: TreeOptions): string {
  const isPackage = fileSystem.stat(joinPath(root, folder, PACKAGE_FILE)) !== undefined;
  return isPackage ? `Pkg: ${baseName(folder)}` : baseName(folder);
}

/** A resource and those that it owns. */
interface Owner {
  root: Node | undefined;
  owned: Owner[];
}

/** A tree by owners. Fails on a missing owner. */
export function treeOfOwners(items: readonly Item[], options: TreeOptions): Branch {
  const owners = new Map<string, Owner>();
  const ownerNamed = (name: string): Owner => {
    let owner = owners.get(name);
    if (owner === undefined) owners.set(name, owner = { root: undefined, owned: [] });
    return owner;
  };
  const top: Owner = { root: undefined, owned: [] };
  for (const { root } of items) {
    const { kind, namespace, name } = metaOf(root);
    const ownerName = ownerOf(root, namespace);
    const owner = ownerName === undefined ? top : ownerNamed(ownerName);
    const own = ownerNamed(`${kind} ${namespace}/${name}`);
    own.root = root;
    owner.owned.push(own);
  }
  for (const [name, { root, owned }] of owners) {
    if (root === undefined) {
      fail("not-found", `the owner '${name}' is not among the resources`, atPlace(owned[0]?.root));
    }
  }
  const tree = branch(".");
  growOwned(tree, top, options, new Set());
  return tree;
}

function growOwned(place: Branch, { owned }: Owner, options: TreeOptions, above: Set<Owner>): void {
  for (const owner of sortOwners(owned)) {
    if (above.has(owner)) fail("cycle", "a resource owns itself", atPlace(owner.root));
    const below = growResource(place, owner.root!, "Resource", options);
    growOwned(below, owner, options, new Set([...above, owner]));
  }
}

/** Kind, namespace and name of the first owner; undefined if there is none. */
function ownerOf(root: Node, namespace: string): string | undefined {
  const references = ownerReferences(root);
  if (references === undefined) return undefined;
  if (references.kind !== "sequence") fail("wrong-type", "'ownerReferences' must be a list", atPlace(references));
  const [first] = references.items;
  if (first === undefined) return undefined;
  const text = (field: string) => {
    const value = first.kind === "mapping" ? first.get(field) : undefined;
    return isNull(value) ? "" : scalarText(value);
  };
  return `${text("kind")} ${namespace}/${text("name")}`;
}

export function ownerReferences(root: Node): Node | undefined {
  const metadata = root.kind === "mapping" ? root.get("metadata") : undefined;
  const references = metadata?.kind === "mapping" ? metadata.get("ownerReferences") : undefined;
  return isNull(references) ? undefined : references;
}

function growResource(place: Branch, root: Node, label: string | undefined, options: TreeOptions): Branch {
  const { kind, namespace, name, annotations } = metaOf(root);
  const shown = namespace === "" ? name : `${namespace}/${name}`;
  const file = baseName(annotations.get(PATH.present) ?? "");
  const grown = grow(place, `[${label ?? file}]  ${kind} ${shown}`);
  growFields(grown, root, options.fields, options.intoTexts);
  return grown;
}

function sortNodes(nodes: Node[]): Node[] {
  return nodes.sort(compareNodes);
}

function sortOwners(owners: Owner[]): Owner[] {
  return owners.sort((a, b) => compareNodes(a.root!, b.root!));
}

/** By file, namespace, name, kind and apiVersion. */
function compareNodes(a: Node, b: Node): number {
  const [x, y] = [sortKeys(a), sortKeys(b)];
  return x.map((key, index) => compareCodePoints(key, y[index]!)).find((order) => order !== 0) ?? 0;
}

function sortKeys(root: Node): string[] {
  const { apiVersion, kind, name, namespace, annotations } = metaOf(root);
  return [baseName(annotations.get(PATH.present) ?? ""), namespace, name, kind, apiVersion];
}
