/** A project of random files, in the form in which it is made and shrunk. */

import type { Tree } from "../golden/golden_case.ts";
import type { Value } from "./value.ts";
import { writeDocuments } from "./write_yaml.ts";

/** The documents of a YAML or JSON file, and how they are written (see write_yaml.ts). */
export interface Documents {
  documents: Value[];
  style: number;
}

export type Content = string | Uint8Array | { link: string } | Documents;

export interface Project {
  /** By path below the project's folder. */
  files: Map<string, Content>;
  /** The arguments of the command, such as `build` and `overlays/dev`. */
  args: string[];
}

/** The files as written to disk. */
export function treeOf(project: Project): Tree {
  return new Map([...project.files].map(([path, content]) => [path, written(content)]));
}

function written(content: Content): Uint8Array | { link: string } {
  if (content instanceof Uint8Array) return content;
  if (typeof content === "string") return new TextEncoder().encode(content);
  if ("link" in content) return content;
  return new TextEncoder().encode(writeDocuments(content.documents, content.style));
}
