/** Selects and orders the tests for a mutant. */

import type { Mutant } from "./mutants.ts";

const GOLDENS = "testdata/golden_test.ts";

/** Test files by path that run all goldens once more, in another way. */
const REPETITIONS: ReadonlySet<string> = new Set(["testdata/windows_test.ts", "testdata/trace_test.ts"]);

/** Test files that start kust as a program: the process with the tests cannot see what that reaches. */
const STARTING: ReadonlySet<string> = new Set(["src/cli/interrupt_test.ts", "src/cli/permissions_test.ts"]);

/** Whether a file holds unit tests of src/, or the goldens in memory. */
export function isTestFile(path: string): boolean {
  return /^(src|testdata)\/.*_test\.ts$/.test(path) && !REPETITIONS.has(path) && !STARTING.has(path);
}

/** Tests of the same folder come first, then those of the folders around it, the goldens, and others. */
export function nearestFirst<Test extends { file: string }>(path: string, tests: readonly Test[]): Test[] {
  return tests.map((test) => ({ test, distance: distanceOf(path, test.file) }))
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ test }) => test);
}

/** Below 0 for tests of the same part of src/, 0 for the goldens. */
function distanceOf(path: string, file: string): number {
  const folders = path.split("/").slice(0, -1);
  const others = file.split("/").slice(0, -1);
  const differs = folders.findIndex((name, index) => name !== others[index]);
  const shared = differs < 0 ? folders.length : differs;
  // Below src/ itself, nothing is near.
  if (shared > 1) return -shared;
  return file === GOLDENS ? 0 : 1;
}

/** The tests that may notice a mutant of code that runs only once in a process: those near it, and the goldens. */
export function testsOfSharedCode<Test extends { file: string }>(mutant: Mutant, tests: readonly Test[]): Test[] {
  return nearestFirst(mutant.path, tests.filter(({ file }) => distanceOf(mutant.path, file) <= 0));
}
