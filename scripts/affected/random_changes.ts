/** Random changes of a tree of files, like those of people: edits, new and removed files, renames, links. */

import { decodeUtf8Lossy, encodeUtf8 } from "../../src/text/bytes/utf8.ts";
import { joinPath, relativePath } from "../../src/text/paths.ts";
import type { Random } from "../fuzz/random.ts";
import type { Tree } from "../golden/golden_case.ts";

const NAMES = ["kustomization.yaml", "kustomization.yml", "Kustomization", "new.yaml", "values.env", "deployment.yaml"];
const WORDS = ["1", "web", "prod-", "'*'", "[", "kind: Component", "../base", "nginx:1.2", ""];
const NEW_RESOURCE = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: added\ndata: {a: b}\n";

/** A changed copy of the tree, what was done to it, and the files of which only the mode changed. */
export function changeTree(tree: Tree, random: Random): { changed: Tree; done: string[]; modes: string[] } {
  const changed = new Map(tree);
  const done = random.times(1, 3, () => changeOnce(changed, random));
  // Links have no mode of their own.
  const files = [...changed.keys()].filter((path) => changed.get(path) instanceof Uint8Array);
  const modes = random.chance(0.2) ? random.some(files, 1, 3) : [];
  return { changed, done: [...done, ...modes.map((path) => `mode ${path}`)], modes };
}

function changeOnce(tree: Tree, random: Random): string {
  const path = random.pick([...tree.keys()]);
  const folder = random.pick(foldersOf(tree));
  switch (random.pick(["edit", "edit", "edit", "line", "add", "delete", "delete folder", "rename", "move", "link"])) {
    case "edit":
      return edit(tree, path, random, (line) => `${line} # edited`);
    case "line":
      return edit(tree, path, random, (line) => line.replace(/[^\s:-]+\s*$/, random.pick(WORDS)));
    case "add": {
      const added = joinPath(folder, random.pick(NAMES));
      if (isTaken(tree, added)) return edit(tree, path, random, () => "");
      tree.set(added, encodeUtf8(random.pick(["resources: []\n", NEW_RESOURCE, "namePrefix: x-\nresources: [..]\n"])));
      return `add ${added}`;
    }
    case "delete":
      tree.delete(path);
      return `delete ${path}`;
    case "delete folder":
      for (const name of [...tree.keys()]) if (name.startsWith(`${folder}/`)) tree.delete(name);
      return `delete ${folder}/`;
    case "rename":
      return rename(tree, path, joinPath(folder, random.pick(NAMES)));
    case "move":
      return moveFolder(tree, folder, random.pick([`${folder}-new`, `${random.pick(foldersOf(tree))}/moved`]));
    default: {
      const target = relativePath(
        `/${path}/..`.replace(/\/[^/]+\/\.\.$/, ""),
        `/${random.pick([...tree.keys(), folder])}`,
      );
      tree.set(path, { link: target });
      return `link ${path} -> ${target}`;
    }
  }
}

function edit(tree: Tree, path: string, random: Random, change: (line: string) => string): string {
  const content = tree.get(path);
  if (!(content instanceof Uint8Array)) return `leave ${path}`;
  const lines = decodeUtf8Lossy(content).split("\n");
  const at = random.int(0, lines.length - 1);
  lines[at] = change(lines[at]!);
  tree.set(path, encodeUtf8(lines.join("\n")));
  return `edit ${path}:${at + 1}`;
}

function rename(tree: Tree, from: string, to: string): string {
  const content = tree.get(from);
  if (content === undefined || isTaken(tree, to)) return `leave ${from}`;
  tree.delete(from);
  tree.set(to, content);
  return `rename ${from} -> ${to}`;
}

function moveFolder(tree: Tree, from: string, to: string): string {
  if (from === "" || to.startsWith(`${from}/`) || isTaken(tree, to)) return `leave ${from}/`;
  for (const [name, content] of [...tree]) {
    if (!name.startsWith(`${from}/`)) continue;
    tree.delete(name);
    tree.set(to + name.slice(from.length), content);
  }
  return `rename ${from}/ -> ${to}/`;
}

function foldersOf(tree: Tree): string[] {
  const folders = new Set<string>();
  for (const path of tree.keys()) {
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) folders.add(path.slice(0, at));
  }
  return folders.size === 0 ? ["new"] : [...folders].sort();
}

/** Whether something is at a path, or a file where one of its folders would be. */
function isTaken(tree: Tree, path: string): boolean {
  for (let at = path.length; at > 0; at = path.lastIndexOf("/", at - 1)) if (tree.has(path.slice(0, at))) return true;
  return [...tree.keys()].some((name) => name.startsWith(`${path}/`));
}
