/**
 * `deno task test [FLAG or PATH...]`: all unit tests and, in memory, all goldens. What they leave behind among temporary files is
 * a fault.
 */

import { exitUnless, runShown } from "./run_program.ts";

const paths = Deno.args.some((word) => !word.startsWith("-")) ? [] : ["src/", "scripts/", "testdata/"];
const temp = Deno.makeTempDirSync({ prefix: "kust-tests-" });
const args = ["test", "-A", "--quiet", ...paths, ...Deno.args];
const passed = await runShown(Deno.execPath(), args, { TMPDIR: temp });
// Deno's programs keep their compiled code there: that is Deno's.
const left = [...Deno.readDirSync(temp)].map(({ name }) => name).filter((name) => !name.startsWith("deno-compile-"));
Deno.removeSync(temp, { recursive: true });
if (left.length > 0) console.error(`left behind among temporary files: ${left.join(", ")}`);
exitUnless(passed && left.length === 0);
