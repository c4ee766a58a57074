/** `.krmignore`: files and folders to skip, by patterns like those of git without `**`. */

import { globMatches, parseGlob } from "../load/glob.ts";
import type { FileSystem } from "../load/file_system.ts";

/** Whether to skip a path, which is relative to the folder of the file. */
export type IsIgnored = (path: string, isFolder: boolean) => boolean;

/** A pattern that matches the last steps of a path, as many as it has itself. */
interface Pattern {
  /** Only paths from the folder itself. */
  isAnchored: boolean;
  onlyFolders: boolean;
  steps: number;
  matches(path: string): boolean;
}

export function readIgnoreFile(folder: string, fileSystem: FileSystem): IsIgnored {
  const path = `${folder}/.krmignore`;
  if (fileSystem.stat(path) === undefined) return () => false;
  const lines = fileSystem.readText(path).split("\n").map((line) => line.replace(/\r$/, "").replace(/^ +| +$/g, ""))
    .filter((line) => !line.startsWith("#")).map((line) => line.replace(/^\\#/, "#"));
  const accepted = patternsOf(lines.filter((line) => line.startsWith("!")).map((line) => line.slice(1)));
  const ignored = patternsOf(lines.filter((line) => !line.startsWith("!")));
  return (path, isFolder) => !anyMatches(accepted, path, isFolder) && anyMatches(ignored, path, isFolder);
}

function patternsOf(lines: readonly string[]): Pattern[] {
  return lines.map((line) => ({ line, name: line.replace(/^\/+|\/+$/g, "") })).filter(({ name }) => name !== "").map(
    ({ line, name }) => ({
      isAnchored: line.startsWith("/"),
      onlyFolders: line.endsWith("/"),
      steps: name.split("/").length,
      matches: matcherOf(name),
    }),
  );
}

function matcherOf(name: string): (path: string) => boolean {
  if (!/[*?[]/.test(name)) return (path) => path === name;
  const glob = parseGlob(name);
  return (path) => globMatches(glob, path);
}

function anyMatches(patterns: readonly Pattern[], path: string, isFolder: boolean): boolean {
  const steps = path.split("/");
  return patterns.some((pattern) => {
    if (pattern.onlyFolders && !isFolder) return false;
    if (pattern.isAnchored ? pattern.steps !== steps.length : pattern.steps > steps.length) return false;
    return pattern.matches(steps.slice(-pattern.steps).join("/"));
  });
}
