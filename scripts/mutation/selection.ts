/** Selects and orders the tests for a mutant. */

const GOLDENS = "testdata/golden_test.ts";

/** Test files that run all goldens once more, in another way. They come last. */
const REPETITIONS: ReadonlySet<string> = new Set(["testdata/windows_test.ts", "testdata/trace_test.ts"]);

/** Test files outside of src/ and testdata/ that run much of src/ in their process. */
const BROAD: ReadonlySet<string> = new Set([
  "playground/worker/build_project_test.ts",
  "scripts/affected/brute_force_test.ts",
  "scripts/docs/command_lines_test.ts",
  "scripts/docs/examples_test.ts",
  "scripts/robustness/robustness_test.ts",
]);

/** Test files that start kust as a program: the process with the tests cannot see what that reaches. */
const STARTING: ReadonlySet<string> = new Set(["src/cli/interrupt_test.ts", "src/cli/permissions_test.ts"]);

/** Whether a file holds tests of src/. */
export function isTestFile(path: string): boolean {
  return BROAD.has(path) || /^(src|testdata)\/.*_test\.ts$/.test(path) && !STARTING.has(path);
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
  if (file === GOLDENS) return 0;
  return REPETITIONS.has(file) ? 2 : 1;
}

/** The tests that may notice a mutant of code that runs only once in a process: those near it, and the goldens. */
export function testsOfSharedCode<Test extends { file: string }>(path: string, tests: readonly Test[]): Test[] {
  return nearestFirst(path, tests.filter(({ file }) => distanceOf(path, file) <= 0));
}
