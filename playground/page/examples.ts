/** Projects to start with. */

import type { Project } from "../project/project.ts";
import { RELEASES } from "../../src/compat/compat.ts";

/** An example as `scripts/playground/examples.ts` collects it. */
export interface Example {
  title: string;
  files: Record<string, string>;
  folder: string;
}

/** All examples, which `scripts/playground/make_playground.ts` puts before the code of the page. */
declare const KUST_EXAMPLES: readonly Example[];

export const EXAMPLES: readonly Example[] = KUST_EXAMPLES;

export const NEWEST_RELEASE: string = RELEASES.at(-1)!;

export function projectOf({ files, folder }: Example): Project {
  return { files: new Map(Object.entries(files)), folder, release: NEWEST_RELEASE };
}

/** Whether a project has the files of an example, as they were. */
export function isExample(project: Project, example: Example): boolean {
  const paths = Object.keys(example.files);
  return paths.length === project.files.size && paths.every((path) => project.files.get(path) === example.files[path]);
}
