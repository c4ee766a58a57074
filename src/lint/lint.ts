/** Finds mistakes that build successfully: the function of `kust lint`. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { FileSystem } from "../load/file_system.ts";
import type { BuildResult } from "../pipeline/build.ts";
import type { BuildOptions } from "../pipeline/context/options.ts";
import { fail } from "../diagnostics/diagnostic.ts";
import { checkRoot } from "../targets/check_root.ts";
import { withKustErrors } from "../targets/with_kust_errors.ts";
import { findTargets, type TargetChoice } from "../targets/find_targets.ts";
import type { Finding } from "./gather/finding.ts";
import { isIgnored } from "./ignore.ts";
import { type LintedBuild, Linter } from "./linter.ts";
import { withPlaces } from "./locate.ts";
import { settingsFor, withSettings } from "./settings.ts";

/** The targets and findings of `lint`, and the options of each build. */
export interface LintOptions extends BuildOptions {
  /** Selects among the kustomizations in and below the roots. Absent: all that git does not ignore. */
  choice?: TargetChoice;
  /** Codes of findings to omit. */
  disable?: readonly string[];
  /** Called before each target is built. */
  onTarget?: (path: string, index: number, count: number) => void;
}

/** Builds of an earlier run that are still right. */
interface KnownBuilds {
  get(target: string): LintedBuild | undefined;
  keep(target: string, built: LintedBuild, result: BuildResult): void;
  retain(targets: ReadonlySet<string>): void;
}

/** The result of `lint`. */
export interface LintResult {
  /** In the order of files and lines. */
  findings: Finding[];
  /** How many targets were built. */
  targets: number;
}

/**
 * Builds every kustomization in and below each of `roots`, and returns the mistakes in them, including builds that
 * fail. The settings are those of `.kust.yaml` at or above the first root, within its repository. Throws `not-found`
 * for a root that is not a folder, `no-kustomization` if there is none, `file-error` for a folder that cannot be read,
 * and errors in the settings.
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
export function lint(
  fileSystem: FileSystem,
  roots: readonly string[],
  options: LintOptions = {},
): Promise<LintResult> {
  return withKustErrors(() => lintAgain(fileSystem, roots, options));
}

/** @param known What need not be built again. */
export async function lintAgain(
  fileSystem: FileSystem,
  roots: readonly string[],
  { choice = {}, disable = [], onTarget, ...options }: LintOptions,
  known?: KnownBuilds,
): Promise<LintResult> {
  for (const root of roots) checkRoot(root, fileSystem);
  const settings = settingsFor(roots[0] ?? ".", fileSystem);
  const found = roots.map((root) => findTargets(root, fileSystem, choice));
  const absolute = (path: string) => fileSystem.realPath(path);
  // A root may be inside another.
  const byPath = new Map(found.flatMap(({ targets }) => targets).map((one) => [absolute(one.path), one]));
  const targets = [...byPath].filter(([path]) => !settings.excludes(path)).map(([, one]) => one);
  const problems = found.flatMap((one) => one.problems);
  if (targets.length + problems.length === 0) failNothing(roots);
  const linter = new Linter(fileSystem, known === undefined ? options : { ...options, reads: true });
  for (const [index, { path }] of targets.entries()) {
    onTarget?.(path, index, targets.length);
    const built = known?.get(path) ?? await linter.build(path);
    linter.check(path, built);
    known?.keep(path, built, built.result);
  }
  known?.retain(new Set(targets.map(({ path }) => path)));
  if (isWhole(choice)) linter.checkLeftOut(found.flatMap(({ components }) => components));
  const all = [...problems.map(findingOfProblem), ...await withPlaces(linter.findings(), fileSystem, options)];
  const kept = withSettings(all, settings, fileSystem).filter((finding) =>
    !disable.includes(finding.code) && !isIgnored(finding)
  );
  return { findings: kept, targets: targets.length };
}

function failNothing(roots: readonly string[]): never {
  fail("no-kustomization", `there is no kustomization in or below ${roots.map((root) => `'${root}'`).join(", ")}`, {
    hint: "--include, --exclude and .gitignore leave out folders, as do hidden ones",
  });
}

/** Whether all kustomizations are linted, so that unused files and components can be found. */
function isWhole({ leaves = false, include = [], shard }: TargetChoice): boolean {
  return !leaves && include.length === 0 && shard === undefined;
}

function findingOfProblem(problem: Diagnostic): Finding {
  return { ...problem, level: "error", targets: [] };
}
