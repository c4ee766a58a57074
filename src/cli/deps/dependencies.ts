/** What a build depends on, as lists. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../../kustomization/file_names.ts";
import type { FileSystem } from "../../load/file_system.ts";
import { isPathRead, type Read } from "../../reads/read.ts";
import { baseName, dirName, isWithin, joinPath, relativePath } from "../../text/paths.ts";
import { quotedName } from "../output/quoted_name.ts";

/** A target and what its build read. */
export interface TargetReads {
  target: string;
  reads: readonly Read[];
}

/**
 * Paths and addresses, one a line, odd ones in quotes: files, links on the way to them, folders that programs read,
 * remote sources.
 */
export function listText(builds: readonly TargetReads[], shown: (path: string) => string): string {
  const lines = new Set(builds.flatMap(({ reads }) => reads.flatMap((read) => lineOf(read, shown))));
  return [...lines].sort().map((line) => `${quotedName(line)}\n`).join("");
}

function lineOf(read: Read, shown: (path: string) => string): string[] {
  if (isPathRead(read)) {
    if (read.kind === "tree") return [`${shown(read.path)}/`];
    return read.kind === "file" || read.kind === "link" ? [shown(read.path)] : [];
  }
  const address = addressOf(read);
  return address === undefined ? [] : [address];
}

/** The address of a remote source, with the ref; undefined for what is on the disk. */
export function addressOf(read: Read): string | undefined {
  switch (read.kind) {
    case "repository":
      return `${read.url}${read.path === "" ? "" : `//${read.path}`}${read.ref === "" ? "" : `?ref=${read.ref}`}`;
    case "http":
      return read.url;
    case "chart":
      return read.repo === "" ? undefined : `${joinAddress(read.repo, read.name)}${read.version && `@${read.version}`}`;
    default:
      return undefined;
  }
}

function joinAddress(repo: string, name: string): string {
  return `${repo.replace(/\/+$/, "")}/${name}`;
}

/** A depfile for make, ninja and Bazel: a rule for each target. @param goalOf The name of the rule of each. */
export function makeText(
  builds: readonly TargetReads[],
  goalOf: (index: number) => string,
  files: FileSystem,
  shown: (path: string) => string,
): string {
  return builds.map(({ reads }, index) => {
    const paths = reads.flatMap((read) => {
      if (read.kind === "file") return [read.path];
      return read.kind === "tree" ? [...filesBelow(read.path, files)] : [];
    });
    const names = [...new Set(paths.map(shown))].sort().map(escapeMake);
    // In what a rule makes, `%` begins a pattern.
    return `${escapeMake(goalOf(index)).replaceAll("%", "\\%")}:${names.map((name) => ` \\\n  ${name}`).join("")}\n`;
  }).join("");
}

function* filesBelow(path: string, files: FileSystem): Iterable<string> {
  if (files.stat(path)?.isDirectory !== true) return;
  for (const name of files.readDir(path)) {
    const child = joinPath(path, name);
    const info = files.stat(child);
    if (info?.isFile) yield child;
    else if (info?.isDirectory && !files.isLink(child)) yield* filesBelow(child, files);
  }
}

function escapeMake(path: string): string {
  if (/[\r\n]/.test(path)) {
    fail("invalid-file-name", `make has no way to write the path ${JSON.stringify(path)}`, {
      hint: "rename it, or use --format json",
    });
  }
  return path.replaceAll("$", "$$$$").replace(/[ #:]/g, "\\$&");
}

/**
 * What `argocd.argoproj.io/manifest-generate-paths` takes: folders from the target's own, so that files that a later
 * commit adds to a kustomization count too.
 */
export function argocdText({ reads }: TargetReads, folder: string): string {
  const paths = reads.filter(isPathRead);
  const roots = paths.filter(({ kind, path }) => kind === "file" && KUSTOMIZATION_FILE_NAMES.includes(baseName(path)))
    .map(({ path }) => dirName(path));
  const others = paths.filter(({ kind }) => kind === "file" || kind === "link" || kind === "tree").map(({ path }) =>
    path
  );
  const kept: string[] = [];
  for (const path of [...new Set(roots), ...others].sort((a, b) => a.length - b.length)) {
    if (!kept.some((other) => isWithin(path, other))) kept.push(path);
  }
  return `${kept.map((path) => relativePath(folder, path)).sort().join(";")}\n`;
}
