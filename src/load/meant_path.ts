/** Suggestions for a path that does not exist. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/did_you_mean.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { baseName, dirName, isAbsolute, isWithin, joinPath } from "../text/paths.ts";
import { FileError, type FileSystem } from "./file_system.ts";
import { parseRepoSpec, SCHEMES } from "./remote/git_url.ts";

export interface MissingPath {
  fileSystem: FileSystem;
  /** The absolute path that was tried. */
  absolute: string;
  /** The folder that a relative path is resolved from. */
  folder: string;
  /** As the user wrote it. */
  path: string;
  /** The kind of target that was expected. */
  wanted: "file" | "folder";
}

type Finding = Pick<Diagnostic, "message" | "hint">;

/** Describes why a path does not exist, and what to do. */
export function describeMissing(missing: MissingPath, isArgument: boolean): Finding {
  return ofAddress(missing) ?? ofGlob(missing, isArgument) ?? finding(missing, hintOfMissing(missing));
}

function finding({ path }: MissingPath, hint: string | undefined): Finding {
  return { message: `'${path}' does not exist`, hint };
}

/** A URL that was taken for a path, because its scheme is unknown or a file was expected. */
function ofAddress({ path, wanted }: MissingPath): Finding | undefined {
  if (wanted === "file" && parseRepoSpec(path) !== undefined) {
    return {
      message: `'${path}' is in a git repository, and a single file cannot be loaded from one`,
      hint: "copy the file to this folder, or use the http or https URL of its content; " +
        "only folders with a kustomization can come from git, under 'resources' or 'components'",
    };
  }
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(path)?.[0];
  if (scheme === undefined || SCHEMES.includes(scheme.toLowerCase())) return undefined;
  const near = nearest(scheme, SCHEMES);
  const meant = near === undefined ? "" : `did you mean '${near}${path.slice(scheme.length)}'? `;
  return {
    message: `'${path}' has the unknown URL scheme '${scheme.slice(0, -3)}'`,
    hint: `${meant}Files are loaded over http and https, and git repositories over https, http, ssh and file`,
  };
}

function ofGlob(missing: MissingPath, isArgument: boolean): Finding | undefined {
  if (!/[*?]|\[[^\]]+\]|\{[^{}]*,[^{}]*\}/.test(missing.path)) return undefined;
  return finding(
    missing,
    isArgument
      ? "your shell expands patterns that are not in quotes"
      : "kustomize does not expand globs: list each file; for 'resources', 'kust edit add resource' expands them",
  );
}

/** Also undefined if the folders cannot be read. */
function hintOfMissing(missing: MissingPath): string | undefined {
  try {
    if (missing.fileSystem.isLink(missing.absolute)) return "it is a dangling symbolic link";
    const meant = elsewhere(missing);
    return didYouMean(meant) ?? nearestPath(missing);
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

/** The same path with slashes, or relative to a folder one or two levels above or below. */
function elsewhere({ fileSystem, folder, path, wanted }: MissingPath): string | undefined {
  if (isAbsolute(path)) return undefined;
  const slashed = path.replaceAll("\\", "/");
  const plain = slashed.replace(/^(?:\.\/)+/, "");
  const candidates = [
    slashed,
    plain.replace(/^\.\.\//, ""),
    plain.replace(/^(?:\.\.\/){2}/, ""),
    `../${plain}`,
    `../../${plain}`,
  ];
  return candidates.find((candidate) => {
    const found = joinPath(folder, candidate);
    if (candidate === path || found === "" || isWithin(folder, found)) return false;
    const info = fileSystem.stat(found);
    // A file outside the folder would be rejected.
    return info?.isDirectory === true ? wanted === "folder" : info !== undefined && isWithin(found, folder);
  });
}

/** Finds the first part of the path that is missing, and the nearest name for it. */
function nearestPath({ fileSystem, absolute, path }: MissingPath): string | undefined {
  let missing = absolute;
  let shown = path.replace(/\/+$/, "");
  let rest = "";
  while (fileSystem.stat(dirName(missing)) === undefined && shown.includes("/")) {
    rest = `/${baseName(shown)}${rest}`;
    missing = dirName(missing);
    shown = shown.slice(0, shown.lastIndexOf("/"));
  }
  const folder = dirName(missing);
  if (fileSystem.stat(folder)?.isDirectory !== true) return undefined;
  const near = nearest(baseName(missing), fileSystem.readDir(folder));
  if (near !== undefined) {
    return didYouMean(`${shown.slice(0, shown.length - baseName(shown).length)}${near}${rest}`);
  }
  return rest === "" ? undefined : `there is no folder '${shown}'`;
}
