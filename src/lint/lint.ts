/** Checks builds for what is right to kustomize and yet a mistake: the function behind `kust lint`. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { FileSystem } from "../load/file_system.ts";
import type { BuildOptions } from "../pipeline/context/options.ts";
import { fail } from "../diagnostics/diagnostic.ts";
import { checkRoot } from "../targets/check_root.ts";
import { findTargets, type TargetChoice } from "../targets/find_targets.ts";
import type { Finding } from "./gather/finding.ts";
import { isIgnored } from "./ignore.ts";
import { Linter } from "./linter.ts";
import { settingsFor, withSettings } from "./settings.ts";

/** What `lint` builds and leaves out, besides the options of each build. */
export interface LintOptions extends BuildOptions {
  /** Which of the kustomizations below the roots. Absent: all that git does not ignore. */
  choice?: TargetChoice;
  /** Codes to leave out. */
  disable?: readonly string[];
  /** Is told of each target before it is built. */
  onTarget?: (path: string, index: number, count: number) => void;
}

/** What `lint` has found. */
export interface LintResult {
  /** In the order of files and lines. */
  findings: Finding[];
  /** How many targets were built. */
  targets: number;
}

/**
 * Builds every kustomization in and below each of `roots`, and tells what is wrong in them; a build that fails is a finding.
 * Settings are those of `.kust.yaml` at or above the first root, within its repository. Throws `not-found` for a root that is no
 * folder, `no-kustomization` if there is none, and what is wrong in the settings.
 *
 * @example
 * ```ts
 * import { lint, MemoryFileSystem } from "@kust/kust";
 *
 * const files = new MemoryFileSystem({
 *   "/app/kustomization.yaml": "resources: [pod.yaml]\nimages: [{name: ngnix, newTag: '2'}]\n",
 *   "/app/pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: nginx}]}\n",
 * });
 * const { findings } = await lint(files, ["/app"]);
 * console.assert(findings.map(({ code }) => code).join() === "unused-image");
 * ```
 */
export async function lint(
  fileSystem: FileSystem,
  roots: readonly string[],
  { choice = {}, disable = [], onTarget, ...options }: LintOptions = {},
): Promise<LintResult> {
  for (const root of roots) checkRoot(root, fileSystem);
  const settings = settingsFor(roots[0] ?? ".", fileSystem);
  const found = roots.map((root) => findTargets(root, fileSystem, choice));
  const absolute = (path: string) => fileSystem.realPath(path);
  // One root may lie in another.
  const byPath = new Map(found.flatMap(({ targets }) => targets).map((one) => [absolute(one.path), one]));
  const targets = [...byPath].filter(([path]) => !settings.excludes(path)).map(([, one]) => one);
  const problems = found.flatMap((one) => one.problems);
  if (targets.length + problems.length === 0) failNothing(roots);
  const linter = new Linter(fileSystem, options);
  for (const [index, { path }] of targets.entries()) {
    onTarget?.(path, index, targets.length);
    await linter.lint(path);
  }
  if (isWhole(choice)) linter.checkLeftOut(found.flatMap(({ components }) => components));
  const all = [...problems.map(findingOfProblem), ...linter.findings()];
  const kept = withSettings(all, settings, fileSystem).filter((finding) =>
    !disable.includes(finding.code) && !isIgnored(finding)
  );
  return { findings: kept, targets: targets.length };
}

function failNothing(roots: readonly string[]): never {
  fail("no-kustomization", `there is no kustomization in or below ${roots.map((root) => `'${root}'`).join(", ")}`);
}

/** Whether what is left out is left out by all. */
function isWhole({ leaves = false, include = [], shard }: TargetChoice): boolean {
  return !leaves && include.length === 0 && shard === undefined;
}

function findingOfProblem(problem: Diagnostic): Finding {
  return { ...problem, level: "error", targets: [] };
}
