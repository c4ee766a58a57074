/** `.kust.yaml` at the root of a repository: levels of rules, and paths to exclude. */

import { CODES } from "../diagnostics/codes.ts";
import { fail } from "../diagnostics/diagnostic.ts";
import { didYouMean, nearestOrAll } from "../diagnostics/did_you_mean.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { decodeObject, type ObjectReader } from "../kustomization/object_reader.ts";
import { STRICT } from "../kustomization/reader_mode.ts";
import type { FileSystem } from "../load/file_system.ts";
import { readSource } from "../load/read_source.ts";
import { PathPatterns } from "../targets/path_patterns.ts";
import { dirName, isWithin, joinPath, relativePath } from "../text/paths.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { atPlace } from "../yaml/tree/place.ts";
import type { Node } from "../yaml/tree/node.ts";
import { type Finding, type Level, LEVELS } from "./gather/finding.ts";

const SETTINGS_FILE = ".kust.yaml";

export interface Settings {
  /** By code; `off` disables it. */
  levels: ReadonlyMap<string, Level | "off">;
  /** Whether an absolute path is excluded. */
  excludes(path: string): boolean;
}

const NO_SETTINGS: Settings = { levels: new Map(), excludes: () => false };

/** The findings with their configured levels, without those that are off or in an excluded path. */
export function withSettings(findings: readonly Finding[], settings: Settings, fileSystem: FileSystem): Finding[] {
  return findings.flatMap((finding) => {
    const level = settings.levels.get(finding.code) ?? finding.level;
    return level === "off" || isExcluded(finding, settings, fileSystem) ? [] : [{ ...finding, level }];
  });
}

function isExcluded({ place, file }: Finding, settings: Settings, fileSystem: FileSystem): boolean {
  const path = place?.source.name ?? file;
  if (path === undefined || fileSystem.stat(path) === undefined) return false;
  return settings.excludes(fileSystem.realPath(path));
}

/**
 * The settings for a folder: those of the nearest folder at or above it that has the file, up to the root of the
 * repository.
 */
export function settingsFor(folder: string, fileSystem: FileSystem): Settings {
  const start = fileSystem.realPath(folder);
  for (let at = start;; at = dirName(at)) {
    const path = joinPath(at, SETTINGS_FILE);
    if (fileSystem.stat(path)?.isFile === true) return readSettings(path, at, fileSystem);
    if (fileSystem.stat(joinPath(at, ".git")) !== undefined || dirName(at) === at) return NO_SETTINGS;
  }
}

function readSettings(path: string, root: string, fileSystem: FileSystem): Settings {
  const cwd = fileSystem.realPath(fileSystem.cwd());
  const document = parseDocument(readSource(fileSystem, path, relativePath(cwd, path)));
  if (document === undefined) return NO_SETTINGS;
  return decodeObject(document, SETTINGS_FILE, { ...STRICT, dialect: "v3" }, (file) => {
    const settings = file.object("lint", (lint) => decodeLint(lint, root));
    file.end();
    return settings ?? NO_SETTINGS;
  });
}

function decodeLint(lint: ObjectReader, root: string): Settings {
  const texts = lint.textMap("levels");
  const node = lint.value("levels");
  const levels = new Map([...texts].map(([code, level]) => [checkedCode(code, node), checkedLevel(code, level, node)]));
  const patterns = new PathPatterns(lint.texts("exclude").map(({ value }) => value));
  lint.end();
  return {
    levels,
    excludes: (path) => isWithin(path, root) && patterns.holdsFolder(relativePath(root, path)),
  };
}

function checkedCode(code: string, node: Node | undefined): string {
  if (CODES.has(code)) return code;
  const at = node?.kind === "mapping" ? node.entry(code)?.key : undefined;
  fail("invalid-value", `unknown code '${code}'`, {
    ...atPlace(at ?? node),
    hint: hintOfCode(code),
  });
}

/** The hint for an unknown code. */
export function hintOfCode(code: string): string {
  return didYouMean(nearest(code, CODES.keys())) ?? "'kust lint' prints the code of each finding";
}

function checkedLevel(code: string, level: string, node: Node | undefined): Level | "off" {
  const known = [...LEVELS, "off"] as const;
  const found = known.find((one) => one === level);
  if (found !== undefined) return found;
  fail("invalid-value", `the level of '${code}' must be one of ${known.join(", ")}; found '${level}'`, {
    ...atPlace(node?.kind === "mapping" ? node.get(code) : node),
    hint: nearestOrAll(level, known),
  });
}
