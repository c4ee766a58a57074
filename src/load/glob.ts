/**
 * Shell patterns for paths, like Go's `filepath.Match` and `filepath.Glob`, with kustomize's treatment of hidden files.
 */

import { fail } from "../diagnostics/diagnostic.ts";
import type { FileSystem } from "./file_system.ts";
import { baseName, joinPath } from "../text/paths.ts";

/** One step of a pattern: a character, any character, a run of any, or one inside (or outside) some ranges. */
type Step =
  | { kind: "one"; character: string }
  | { kind: "any" }
  | { kind: "run" }
  | { kind: "class"; negated: boolean; ranges: [from: string, to: string][] };

/** A parsed pattern; `*` and `?` never match a slash. */
export interface GlobPattern {
  readonly text: string;
  readonly steps: readonly Step[];
}

/** Parses a pattern. Throws `KustError` if it is malformed: an open `[`, a `\` at the end. */
export function parseGlob(text: string): GlobPattern {
  const characters = [...text];
  const steps: Step[] = [];
  let at = 0;
  while (at < characters.length) {
    const character = characters[at++]!;
    if (character === "*") {
      if (steps.at(-1)?.kind !== "run") steps.push({ kind: "run" });
    } else if (character === "?") steps.push({ kind: "any" });
    else if (character === "[") at = parseClass(text, characters, at, steps);
    else if (character === "\\") steps.push({ kind: "one", character: characters[at++] ?? failPattern(text) });
    else steps.push({ kind: "one", character });
  }
  return { text, steps };
}

function parseClass(text: string, characters: string[], start: number, steps: Step[]): number {
  let at = start;
  const negated = characters[at] === "^";
  if (negated) at++;
  const ranges: [string, string][] = [];
  const bound = (): string => {
    const character = characters[at++];
    if (character === undefined || character === "-" || character === "]") return failPattern(text);
    return character === "\\" ? characters[at++] ?? failPattern(text) : character;
  };
  do {
    const from = bound();
    if (characters[at] !== "-") ranges.push([from, from]);
    else {
      at++;
      ranges.push([from, bound()]);
    }
  } while (characters[at] !== "]");
  steps.push({ kind: "class", negated, ranges });
  return at + 1;
}

function failPattern(text: string): never {
  fail("invalid-pattern", `syntax error in pattern ${JSON.stringify(text)}`, {
    hint: "a [ opens a class such as [a-z]; write \\[ for the character itself",
  });
}

/** Whether the pattern matches the whole of `name`. */
export function globMatches(pattern: GlobPattern, name: string): boolean {
  const { steps } = pattern;
  const characters = [...name];
  let step = 0;
  let at = 0;
  // Where to continue when the steps after the last run fail: the run then takes one more character. Earlier runs never
  // need to.
  let runStep = -1;
  let runEnd = 0;
  while (at < characters.length || step < steps.length) {
    const current = steps[step];
    if (current?.kind === "run") {
      runStep = step++;
      runEnd = at;
    } else if (current !== undefined && at < characters.length && stepMatches(current, characters[at]!)) {
      step++;
      at++;
    } else {
      if (runStep < 0 || runEnd >= characters.length || characters[runEnd] === "/") return false;
      at = ++runEnd;
      step = runStep + 1;
    }
  }
  return true;
}

function stepMatches(step: Step, character: string): boolean {
  if (step.kind === "one") return step.character === character;
  // A class may match a slash: Go only checks for one under * and ?.
  if (step.kind !== "class") return character !== "/";
  const code = character.codePointAt(0)!;
  const inside = step.ranges.some(([from, to]) => from.codePointAt(0)! <= code && code <= to.codePointAt(0)!);
  return inside !== step.negated;
}

/**
 * The paths that `pattern` matches, sorted within each folder. Without magic characters: the pattern itself, if it
 * exists. Hidden files match only if the last part of the pattern starts with a dot.
 */
export function glob(fileSystem: FileSystem, pattern: string): string[] {
  const paths = globAll(fileSystem, pattern);
  return isHidden(pattern) ? paths : paths.filter((path) => !isHidden(path));
}

function globAll(fileSystem: FileSystem, pattern: string): string[] {
  const parsed = parseGlob(pattern);
  if (!/[*?[\\]/.test(pattern)) return exists(fileSystem, pattern) ? [parsed.text] : [];
  const slash = pattern.lastIndexOf("/");
  const folderPattern = slash < 0 ? "." : slash === 0 ? "/" : pattern.slice(0, slash);
  const last = parseGlob(pattern.slice(slash + 1));
  const folders = /[*?[\\]/.test(folderPattern) ? globAll(fileSystem, folderPattern) : [folderPattern];
  return folders.flatMap((folder) => matchingNames(fileSystem, folder, last).map((name) => joinPath(folder, name)));
}

function exists(fileSystem: FileSystem, path: string): boolean {
  return path !== "" && (fileSystem.stat(path) !== undefined || fileSystem.isLink(path));
}

function matchingNames(fileSystem: FileSystem, folder: string, pattern: GlobPattern): string[] {
  if (fileSystem.stat(folder)?.isDirectory !== true) return [];
  return fileSystem.readDir(folder).filter((name) => globMatches(pattern, name));
}

function isHidden(path: string): boolean {
  return baseName(path).startsWith(".");
}
