/** What a build says about the files of a project. */

import { KUSTOMIZATION_FILE_NAMES } from "../../src/kustomization/file_names.ts";
import { baseName, dirName, joinPath } from "../../src/text/paths.ts";
import type { Answer } from "../worker/answer.ts";

export interface FileMarks {
  errors: ReadonlySet<string>;
  warnings: ReadonlySet<string>;
  /** Files that the build read; undefined if that is not known. */
  read: ReadonlySet<string> | undefined;
}

/** @param complete The last build that has read all of its files. */
export function marksOf({ problems }: Answer, complete: Answer): FileMarks {
  const pathsOf = (isWarning: boolean) => {
    const some = problems.filter((problem) => problem.isWarning === isWarning);
    return new Set(some.flatMap(({ place, file }) => place?.file ?? file ?? []));
  };
  return { errors: pathsOf(false), warnings: pathsOf(true), read: filesRead(complete) };
}

function filesRead({ graph, folder }: Answer): Set<string> {
  const namesIn = (key: string) => KUSTOMIZATION_FILE_NAMES.map((name) => joinPath(key, name));
  const read = graph.nodes.flatMap(({ kind, name, key }) => kind === "file" ? [name] : namesIn(key.slice(1)));
  return new Set([...read, ...namesIn(folder)]);
}

/** The names of nodes of the picture that have errors: files, and folders by their kustomizations. */
export function faultyNodes({ errors }: FileMarks): Set<string> {
  const kustomizations = [...errors].filter((path) => KUSTOMIZATION_FILE_NAMES.includes(baseName(path)));
  return new Set([...errors, ...kustomizations.map(dirName)]);
}
