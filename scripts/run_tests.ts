/**
 * `deno task test [FLAG or PATH...]`: runs all unit tests and, in memory, all goldens. Fails if they leave temporary
 * files.
 */

import { exitUnless, runShown } from "./run_program.ts";

const paths = Deno.args.some((word) => !word.startsWith("-")) ? [] : ["src/", "scripts/", "testdata/", "playground/"];
const temp = Deno.makeTempDirSync({ prefix: "kust-tests-" });
// Most of the time is spent waiting for programs that tests start. No test changes the process's folder or environment.
const args = ["test", "-A", "--quiet", "--parallel", ...paths, ...Deno.args];
const passed = await runShown(Deno.execPath(), args, { TMPDIR: temp });
// Deno stores the compiled code of programs there.
const left = [...Deno.readDirSync(temp)].map(({ name }) => name).filter((name) => !name.startsWith("deno-compile-"));
Deno.removeSync(temp, { recursive: true });
if (left.length > 0) console.error(`left behind among temporary files: ${left.join(", ")}`);
exitUnless(passed && left.length === 0);
