/**
 * `deno task compile:bun`: dist/kust-bun, one self-contained program, by the Bun on PATH.
 *
 * It is built twice: the first program is run on a few builds and writes which code those need, and the second has that code
 * side by side, so that it starts faster.
 */

import { exitUnless, runShown } from "./run_program.ts";

const WORDS = ["build", "--compile", "--minify", "--bytecode"]
  // Each command is a chunk of its own, loaded when it is asked for.
  .concat("--splitting", "--format=esm")
  // A .env or bunfig.toml where the program happens to be run is none of its business.
  .concat("--no-compile-autoload-dotenv", "--no-compile-autoload-bunfig")
  // Machine code comes late: most builds end before it pays (see src/host/jit_policy.ts).
  .concat("--compile-jit-policy=20");

/** Builds of the goldens whose code comes first, the most important one first. */
const TYPICAL = ["seed/prod_by_resources/in/overlays/prod", "seed/secret_from_literals_files_and_env/in"];

const FIRST = "dist/kust-bun-unordered";

async function compile(outfile: string, orders: string[]): Promise<void> {
  const order = orders.map((file) => `--bytecode-order=${file}`);
  exitUnless(await runShown("bun", [...WORDS, ...order, "--outfile", outfile, "main.ts"]));
}

async function recordOrder(folder: string, file: string): Promise<string> {
  const args = ["build", `testdata/${folder}`, "-o", "/dev/null"];
  exitUnless(await runShown(FIRST, args, { BUN_BYTECODE_ORDER_OUT: file }));
  return file;
}

const temp = Deno.makeTempDirSync();
try {
  await compile(FIRST, []);
  const orders: string[] = [];
  for (const [index, folder] of TYPICAL.entries()) orders.push(await recordOrder(folder, `${temp}/order-${index}`));
  await compile("dist/kust-bun", orders);
} finally {
  Deno.removeSync(temp, { recursive: true });
  Deno.removeSync(FIRST);
}
