/**
 * Golden cases: `testdata/<area>/<case>/`, each a folder with
 *
 *     in/       the files of the case, or a link to the folder that has them
 *     cmd       the arguments, one per line
 *     stdin     standard input. Default: none
 *     exit      the exit code                                            } of the real kustomize
 *     stdout    standard output; changed files are in after/, and the    } (see update_goldens.ts)
 *               paths of removed ones in a list removed                  }
 *     stderr    the warnings, if the command succeeds                    }
 *     error     the error, if it fails: kust has its own messages
 *     repos/    git repositories to serve                                } such a case does not run
 *     http/     files to serve by http                                   } in memory: see served_case.ts
 *     charts/   helm charts to serve by http                             }
 *     env       variables, `NAME=value` per line; $ROOT is the folder in/, $HOME and $PATH are those of the program
 *     releases/ for earlier releases of kustomize: a folder per release, with its expectations
 *     needs     programs that must be on PATH, one per line; such a case does not run in memory
 *     beyond    the reason why kustomize lacks the feature: all expectations are kust's own
 */

import { COMPAT_VARIABLE, NEWEST, RELEASES } from "../../src/compat/compat.ts";
import { exists } from "../exists.ts";

/** A file's bytes, or the target of a symbolic link. */
export type Content = Uint8Array | { link: string };

/** Files and links by path. */
export type Tree = Map<string, Content>;

export interface GoldenCase {
  /** `area/case`, or `area/case@release` unless the release is the newest. */
  name: string;
  dir: string;
  /** The folder with the expectations. */
  expected: string;
  release: string;
  args: string[];
  stdin: Uint8Array;
  needs: string[];
  beyond: boolean;
  /** Lines of `env`. */
  environment: string[];
}

/** The result of a program, or the expected one. `stderr` holds warnings or the error. */
export interface Outcome {
  exit: number;
  stdout: string;
  stderr: string;
  /** Files that were created or changed. */
  changed: Tree;
  /** Files that were removed. */
  removed: string[];
  /** Files that it left in the folder for temporary files. */
  left: string[];
}

const FILES = ["cmd", "stdin", "exit", "stdout", "stderr", "error", "removed", "needs", "beyond", "env"];
const FOLDERS = ["in", "after", "repos", "http", "charts", "releases"];

/**
 * All cases below a folder, sorted, and problems of the folder itself: stray files, empty areas, cases without a
 * command.
 */
export function listCases(root: string): { cases: GoldenCase[]; faults: string[] } {
  const cases: GoldenCase[] = [];
  const faults: string[] = [];
  for (const area of foldersIn(root)) {
    const names = foldersIn(`${root}/${area}`);
    faults.push(...filesIn(`${root}/${area}`).map((file) => `${area}/${file} belongs to no case`));
    if (names.length === 0) faults.push(`${area}: an area without cases`);
    for (const name of names) {
      const dir = `${root}/${area}/${name}`;
      faults.push(...faultsOf(dir).map((fault) => `${area}/${name}: ${fault}`));
      if (exists(`${dir}/cmd`)) cases.push(...readCases(`${area}/${name}`, dir));
    }
  }
  if (cases.length === 0) faults.push(`${root}: no case at all`);
  return { cases, faults };
}

/** The case, and the same for each other release. */
function readCases(name: string, dir: string): GoldenCase[] {
  const golden = readCase(name, dir);
  const releases = exists(`${dir}/releases`) ? foldersIn(`${dir}/releases`) : [];
  return [
    golden,
    ...releases.map((release) => ({
      ...golden,
      name: `${name}@${release}`,
      expected: `${dir}/releases/${release}`,
      release,
      environment: [...golden.environment, `${COMPAT_VARIABLE}=${release}`],
    })),
  ];
}

function readCase(name: string, dir: string): GoldenCase {
  const needs = lines(`${dir}/needs`);
  if (isServed(dir)) needs.push("git");
  if (exists(`${dir}/charts`)) needs.push("helm");
  return {
    name,
    dir,
    expected: dir,
    release: NEWEST.release,
    args: lines(`${dir}/cmd`),
    stdin: exists(`${dir}/stdin`) ? Deno.readFileSync(`${dir}/stdin`) : new Uint8Array(),
    needs,
    beyond: exists(`${dir}/beyond`),
    environment: lines(`${dir}/env`),
  };
}

/** Whether a case needs servers. */
export function isServed(dir: string): boolean {
  return ["repos", "http", "charts"].some((folder) => exists(`${dir}/${folder}`));
}

function faultsOf(dir: string): string[] {
  const faults: string[] = [];
  for (const entry of Deno.readDirSync(dir)) {
    const known = entry.isFile ? FILES : FOLDERS;
    if (!known.includes(entry.name)) faults.push(`${entry.name} belongs to no case`);
  }
  for (const release of exists(`${dir}/releases`) ? foldersIn(`${dir}/releases`) : []) {
    const known = RELEASES.some((one) => one === release && one !== NEWEST.release);
    if (!known) faults.push(`releases/${release} is not an earlier release of kustomize`);
  }
  for (const name of ["cmd", "in"]) if (!exists(`${dir}/${name}`)) faults.push(`${name} is missing`);
  return faults;
}

/** The expectation of a case. Throws `Error` naming a missing or unexpected file. */
export function readExpectation({ expected: dir, name }: GoldenCase): Outcome {
  const exit = Number(needed(dir, "exit", name));
  const [file, other] = exit === 0 ? ["stderr", "error"] : ["error", "stderr"];
  if (exists(`${dir}/${other}`)) throw new Error(`${name}: exit code ${exit} goes with ${file}, not with ${other}`);
  return {
    exit,
    stdout: needed(dir, "stdout", name),
    stderr: needed(dir, file!, name),
    changed: readTree(`${dir}/after`),
    removed: lines(`${dir}/removed`),
    left: [],
  };
}

function needed(dir: string, file: string, name: string): string {
  if (!exists(`${dir}/${file}`)) throw new Error(`${name}: ${file} is missing: deno task golden:update writes it`);
  return Deno.readTextFileSync(`${dir}/${file}`);
}

/** Files and links below a folder; empty if it is missing. */
export function readTree(root: string): Tree {
  const tree: Tree = new Map();
  const walk = (dir: string): void => {
    for (const entry of [...Deno.readDirSync(`${root}/${dir}`)].sort((a, b) => a.name < b.name ? -1 : 1)) {
      const path = `${dir}${entry.name}`;
      if (entry.isSymlink) tree.set(path, { link: Deno.readLinkSync(`${root}/${path}`) });
      else if (entry.isDirectory) walk(`${path}/`);
      else tree.set(path, Deno.readFileSync(`${root}/${path}`));
    }
  };
  if (exists(root)) walk("");
  return tree;
}

/** Scripts (`#!`) are made executable. */
export function writeTree(root: string, tree: Tree): void {
  for (const [path, content] of tree) {
    Deno.mkdirSync(`${root}/${path}`.replace(/\/[^/]*$/, ""), { recursive: true });
    if (!(content instanceof Uint8Array)) Deno.symlinkSync(content.link, `${root}/${path}`);
    else Deno.writeFileSync(`${root}/${path}`, content, { mode: isScript(content) ? 0o755 : 0o644 });
  }
}

function isScript(content: Uint8Array): boolean {
  return content[0] === 0x23 && content[1] === 0x21;
}

/** Links count as unchanged. */
export function sameContent(a: Content, b: Content | undefined): boolean {
  if (!(a instanceof Uint8Array)) return b !== undefined && !(b instanceof Uint8Array);
  return b instanceof Uint8Array && a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** Content with its text changed; other bytes stay. */
export function withText(content: Content, change: (text: string) => string): Content {
  if (!(content instanceof Uint8Array)) return content;
  const text = new TextDecoder().decode(content);
  const changed = change(text);
  return changed === text ? content : new TextEncoder().encode(changed);
}

function lines(path: string): string[] {
  return exists(path) ? Deno.readTextFileSync(path).replace(/\n$/, "").split("\n") : [];
}

function foldersIn(path: string): string[] {
  return [...Deno.readDirSync(path)].filter((entry) => entry.isDirectory).map((entry) => entry.name).sort();
}

function filesIn(path: string): string[] {
  return [...Deno.readDirSync(path)].filter((entry) => !entry.isDirectory).map((entry) => entry.name);
}
