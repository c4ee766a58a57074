/** Selects and orders the tests for a mutant. */

const GOLDENS = "testdata/golden_test.ts";

/** Test files that start many programs, or run all goldens once more. */
const LONG: readonly string[] = [
  "scripts/affected/brute_force_test.ts",
  "scripts/robustness/robustness_test.ts",
  "scripts/schema_test.ts",
  "src/cli/affected/affected_test.ts",
  "src/cli/diff/sides/against_commit_test.ts",
  "src/cli/diff/sides/repositories_test.ts",
  "src/git/work_tree_test.ts",
  "src/host/real_host_test.ts",
  "src/load/remote/git_clone_test.ts",
  "src/load/remote/http_file_test.ts",
  "src/pipeline/remote_build_test.ts",
  "src/reads/recorder_test.ts",
  "src/watch/watcher_test.ts",
  "testdata/keep_format_test.ts",
  "testdata/lint_fix_test.ts",
  "testdata/programs_test.ts",
  "testdata/trace_test.ts",
  "testdata/windows_test.ts",
];

/** Test files outside of src/ and testdata/ that run much of src/ in their process. */
const BROAD: ReadonlySet<string> = new Set([
  "playground/worker/build_project_test.ts",
  "scripts/affected/brute_force_test.ts",
  "scripts/docs/command_lines_test.ts",
  "scripts/docs/errors_page_test.ts",
  "scripts/docs/examples_test.ts",
  "scripts/robustness/robustness_test.ts",
  "scripts/schema_test.ts",
]);

/** Test files that start kust as a program: the process with the tests cannot see what that reaches. */
const STARTING: ReadonlySet<string> = new Set(["src/cli/interrupt_test.ts", "src/cli/permissions_test.ts"]);

/** Whether a file holds tests of src/. */
export function isTestFile(path: string): boolean {
  return BROAD.has(path) || /^(src|testdata)\/.*_test\.ts$/.test(path) && !STARTING.has(path);
}

export function takesLong(path: string): boolean {
  return LONG.includes(path);
}

/** Tests of the same folder come first, then those of the folders around it, the goldens, and others. */
export function nearestFirst<Test extends { file: string }>(path: string, tests: readonly Test[]): Test[] {
  return tests.map((test) => ({ test, distance: distanceOf(path, test.file) }))
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ test }) => test);
}

/** Below 0 for tests of the same part of src/, 0 for the goldens, above 0 for others. */
function distanceOf(path: string, file: string): number {
  const folders = path.split("/").slice(0, -1);
  const others = file.split("/").slice(0, -1);
  const differs = folders.findIndex((name, index) => name !== others[index]);
  const shared = differs < 0 ? folders.length : differs;
  // Below src/ itself, nothing is near.
  if (shared > 1) return -shared;
  return file === GOLDENS ? 0 : 1;
}

/**
 * The tests for a mutant of code that runs only once in a process, which nobody can see reached: all but those that
 * take long and are not near.
 */
export function testsOfSharedCode<Test extends { file: string }>(path: string, tests: readonly Test[]): Test[] {
  return nearestFirst(path, tests.filter(({ file }) => !takesLong(file) || distanceOf(path, file) <= 0));
}
