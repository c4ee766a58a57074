/** Which folders `build` renders when it is given several or `--all`, and the output file of each. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../../kustomization/file_names.ts";
import type { FileSystem } from "../../load/file_system.ts";
import { readSource } from "../../load/read_source.ts";
import { baseName, cleanPath, isWithin, joinPath, relativePath } from "../../text/paths.ts";

export interface BuildTarget {
  /** The folder or URL as the user wrote it, or the path at which it was found. */
  path: string;
  /** The output file, as a path below the output folder: the target's path from the root, and `.yaml`. */
  file: string;
}

export interface FoundTargets {
  targets: BuildTarget[];
  /** Folders with a Component, which is part of other kustomizations and not built by itself. */
  components: string[];
}

/** The targets named on the command line. Fails if two have the same output file. */
export function namedTargets(paths: readonly string[], fileSystem: FileSystem): BuildTarget[] {
  const cwd = fileSystem.realPath(fileSystem.cwd());
  const seen = new Map<string, string>();
  return paths.map((path) => {
    const file = `${outputName(path, cwd, fileSystem)}.yaml`;
    const other = seen.get(file);
    if (other !== undefined) {
      fail("same-output", `'${other}' and '${path}' would both be written to ${file}`, {
        hint: "build them with two commands, each with its own output folder",
      });
    }
    seen.set(file, path);
    return { path, file };
  });
}

/** Every kustomization in and below `root`, sorted by path. Skips hidden folders and `node_modules`. */
export function findTargets(root: string, fileSystem: FileSystem): FoundTargets {
  const found: FoundTargets = { targets: [], components: [] };
  const top = cleanPath(root);
  const walk = (path: string): void => {
    const names = fileSystem.readDir(path);
    const file = KUSTOMIZATION_FILE_NAMES.find((name) => names.includes(name));
    if (file !== undefined) addTarget(found, top, path, `${path}/${file}`, fileSystem);
    for (const name of names) {
      if (name.startsWith(".") || name === "node_modules") continue;
      const child = joinPath(path, name);
      // The folder that a link points to is found by its own path, or is outside `root`.
      if (!fileSystem.isLink(child) && fileSystem.stat(child)?.isDirectory === true) walk(child);
    }
  };
  walk(top);
  return found;
}

function addTarget(found: FoundTargets, top: string, path: string, file: string, fileSystem: FileSystem): void {
  if (isComponent(file, fileSystem)) {
    found.components.push(path);
    return;
  }
  const below = relativePath(fileSystem.realPath(top), fileSystem.realPath(path));
  found.targets.push({ path, file: `${below === "." ? rootName(path, fileSystem) : below}.yaml` });
}

/** Most kustomizations do not contain the word at all and need not be parsed. */
function isComponent(file: string, fileSystem: FileSystem): boolean {
  try {
    const source = readSource(fileSystem, file);
    if (!source.text.includes("Component")) return false;
    const root = parseDocument(source, { uniqueKeys: false });
    const kind = root?.kind === "mapping" ? root.get("kind") : undefined;
    return kind?.kind === "scalar" && kind.value === "Component";
  } catch {
    // The build reports what is wrong with the file.
    return false;
  }
}

/** A folder below the current one keeps its path. Another folder keeps only its name, and a URL what can be a path. */
function outputName(path: string, cwd: string, fileSystem: FileSystem): string {
  if (fileSystem.stat(path)?.isDirectory !== true) {
    return path.replace(/^[a-z+]+:\/\//i, "").replaceAll(/[^\w./-]+/g, "_").split("/")
      .filter((step) => step !== "" && step !== "." && step !== "..").join("/");
  }
  const real = fileSystem.realPath(path);
  if (real === cwd || !isWithin(real, cwd)) return rootName(path, fileSystem);
  return relativePath(cwd, real);
}

function rootName(path: string, fileSystem: FileSystem): string {
  const name = baseName(fileSystem.realPath(path));
  return name === "/" ? "root" : name;
}
