/** The folders that `build` renders for several arguments or `--all`, and the output file of each. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { FileSystem } from "../../load/file_system.ts";
import type { FoundTarget } from "../../targets/find_targets.ts";
import { baseName, isWithin, relativePath } from "../../text/paths.ts";

export interface BuildTarget {
  /** The folder or URL as the user wrote it, or the path at which it was found. */
  path: string;
  /** Its absolute path without links, if that is known. */
  real?: string;
  /** The output file, as a path below the output folder: the target's path from the root, and `.yaml`. */
  file: string;
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

/** The output files of the targets found below `root`: that of the root itself is named after its folder. */
export function foundTargets(root: string, found: readonly FoundTarget[], fileSystem: FileSystem): BuildTarget[] {
  const taken = new Set(found.map(({ below }) => below));
  let own = rootName(root, fileSystem);
  // A folder in the root may have the root's name.
  while (taken.has(own)) own = `${own}_`;
  return found.map(({ path, below, real }) => ({ path, real, file: `${below === "." ? own : below}.yaml` }));
}

/**
 * A folder below the current one keeps its path. Another folder keeps only its name, and a URL the parts that can be a
 * path.
 */
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
