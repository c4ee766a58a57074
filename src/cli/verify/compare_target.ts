/** One target, built by kust and by the other program. */

import { renderDiagnostic } from "../output/render_diagnostic.ts";
import { build } from "../../pipeline/build.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { type Diagnostic, KustError } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { printInParts } from "../../model/print_resource.ts";
import type { PrintOptions } from "../../yaml/write/print.ts";
import type { Resource } from "../../model/resource.ts";
import { outputFiles, PRINT_FILE } from "../build/output_files.ts";
import type { OtherProgram } from "./other_program.ts";

export type Verdict = "agrees" | "differs" | "only-kust" | "only-other" | "neither";

/** A difference between two texts that should be the same. */
export interface Difference {
  /** `stdout`, or `file` for one of `-o`. */
  what: "stdout" | "file";
  /** Name of the file. */
  name?: string;
  /** The first line that differs, starting at 1; 0 if only one of the two wrote the file. */
  line: number;
  /** The lines from there to the last difference, for people. */
  theirs: string[];
  ours: string[];
}

export interface TargetResult {
  target: string;
  verdict: Verdict;
  differences: Difference[];
  /** The errors of the programs that failed. */
  ourError: string;
  theirError: string;
  milliseconds: { kust: number; other: number };
}

/** What a successful build writes. */
export interface Output {
  stdout: string;
  /** The files of `-o FOLDER`, by name; none if it cannot write them. */
  files: ReadonlyMap<string, string>;
}

interface OurBuild extends Output {
  error: string;
  milliseconds: number;
}

export async function compareTarget(
  target: string,
  other: OtherProgram,
  options: BuildOptions,
  host: Host,
): Promise<TargetResult> {
  const theirs = await other.build(target);
  // Its files are written while kust builds.
  const [theirFiles, ours] = await Promise.all([
    theirs.succeeded ? other.files(target) : NO_FILES,
    buildHere(target, options, host),
  ]);
  const milliseconds = { kust: ours.milliseconds, other: theirs.milliseconds };
  const succeeded = ours.error === "";
  const differences = succeeded && theirs.succeeded
    ? [...differencesOf(ours, { stdout: theirs.stdout, files: theirFiles })]
    : [];
  const verdict = verdictOf(succeeded, theirs.succeeded, differences.length);
  const theirError = theirs.succeeded ? "" : theirs.stderr.trim();
  return { target, verdict, differences, ourError: ours.error, theirError, milliseconds };
}

function verdictOf(ours: boolean, theirs: boolean, differences: number): Verdict {
  if (ours && theirs) return differences === 0 ? "agrees" : "differs";
  if (ours) return "only-kust";
  return theirs ? "only-other" : "neither";
}

async function buildHere(target: string, options: BuildOptions, host: Host): Promise<OurBuild> {
  const start = host.now();
  const { resources, errors } = await build(host.fs, target, options);
  const ours = errors.length > 0 ? failed(errors) : printed(resources);
  return { ...ours, milliseconds: host.now() - start };
}

function printed(resources: readonly Resource[]): Omit<OurBuild, "milliseconds"> {
  try {
    return { error: "", stdout: textOf(resources), files: filesOf(resources) };
  } catch (error) {
    if (error instanceof KustError) return failed([error.diagnostic]);
    throw error;
  }
}

const NO_FILES: ReadonlyMap<string, string> = new Map();

function failed(errors: readonly Diagnostic[]): Omit<OurBuild, "milliseconds"> {
  const text = errors.map((error) => renderDiagnostic(error, { color: false, columns: 120 })).join("");
  return { error: text.trim(), stdout: "", files: NO_FILES };
}

/** None for names that cannot be those of files, for which `build -o FOLDER` fails. */
function filesOf(resources: readonly Resource[]): ReadonlyMap<string, string> {
  try {
    return new Map(outputFiles(resources).map(({ name, resource }) => [name, textOf([resource], PRINT_FILE)]));
  } catch (error) {
    if (error instanceof KustError) return NO_FILES;
    throw error;
  }
}

function textOf(resources: readonly Resource[], options?: PrintOptions): string {
  return [...printInParts(resources, options)].join("");
}

/** The differences between what both programs write. */
export function* differencesOf(ours: Output, theirs: Output): Iterable<Difference> {
  if (ours.stdout !== theirs.stdout) yield { what: "stdout", ...firstDifference(ours.stdout, theirs.stdout) };
  for (const name of new Set([...theirs.files.keys(), ...ours.files.keys()])) {
    const [our, their] = [ours.files.get(name), theirs.files.get(name)];
    if (our === undefined || their === undefined) {
      yield { what: "file", name, line: 0, theirs: their?.split("\n") ?? [], ours: our?.split("\n") ?? [] };
    } else if (our !== their) yield { what: "file", name, ...firstDifference(our, their) };
  }
}

/** The lines of two texts, which differ, from the first difference to the last, without the equal ones at both ends. */
function firstDifference(ours: string, theirs: string): Pick<Difference, "line" | "ours" | "theirs"> {
  const [our, their] = [ours.split("\n"), theirs.split("\n")];
  let start = 0;
  while (our[start] === their[start]) start++;
  const shorter = Math.min(our.length, their.length);
  let end = 0;
  while (end < shorter - start && our.at(-1 - end) === their.at(-1 - end)) end++;
  return { line: start + 1, ours: our.slice(start, our.length - end), theirs: their.slice(start, their.length - end) };
}
