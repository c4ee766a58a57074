/** Lists of names: `--files LIST`, and standard input. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { realPathOfName } from "../../load/real_path.ts";
import { dirName, isAbsolute, joinPath } from "../../text/paths.ts";
import { readNamed } from "../named_file.ts";
import { shown } from "../output/render_diagnostic.ts";

/**
 * The paths that a list names, absolute and without links in the folders that they are in.
 *
 * @param list A file or a pipe, or `-` for standard input.
 * @param isNull Whether names end with a null character, not a line break.
 */
export function changedNames(list: string, isNull: boolean, host: Host): string[] {
  const names = readNamed(list, host).text.split(isNull ? "\0" : /\r?\n/).filter((name) => name !== "");
  const quoted = names.find((name) => name.startsWith('"') && name.endsWith('"'));
  if (quoted !== undefined && !isNull) {
    fail("invalid-argument", `the list has a name in quotes, as git writes odd names: ${quoted}`, {
      hint: "let git end names with a null character: git diff --name-only -z … | kust affected - -0",
    });
  }
  const cwd = host.fs.realPath(host.fs.cwd());
  const paths = names.map((name) => realPathOfName(isAbsolute(name) ? joinPath(name) : joinPath(cwd, name), host.fs));
  const lost = names.find((_, index) => host.fs.stat(dirName(paths[index]!)) === undefined);
  if (lost !== undefined && paths.every((path) => host.fs.stat(path) === undefined)) {
    host.writeStderr(
      `none of the names is below the current folder, such as '${
        shown(lost)
      }': names from the repository's root need ` +
        "--relative, as in git diff --name-only --relative\n",
    );
  }
  return paths;
}
