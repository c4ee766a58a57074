/**
 * `deno task compile:bun`: builds dist/kust-bun, a self-contained program, with the Bun on PATH.
 *
 * It is built twice: the first program runs a few builds and records which code they need; the second places that code
 * side by side, so that it starts faster.
 */

import { allowHugePages } from "./bun_program/huge_pages.ts";
import { ignoreVariables } from "./bun_program/ignored_variables.ts";
import { dropSectionTable } from "./bun_program/section_table.ts";
import { exists } from "./exists.ts";
import { exitUnless, runShown } from "./run_program.ts";

const WORDS = ["build", "--compile", "--minify", "--bytecode"]
  // Each command is a separate chunk, loaded on demand.
  .concat("--splitting", "--format=esm")
  // Ignores a .env or bunfig.toml in the current folder of a user.
  .concat("--no-compile-autoload-dotenv", "--no-compile-autoload-bunfig")
  // Compiles to machine code late: a build of thousands of resources gains nothing from an earlier start, others lose.
  .concat("--compile-jit-policy=20");

/** Goldens whose code comes first, in order of importance. */
export const TYPICAL = ["seed/prod_by_resources/in/overlays/prod", "seed/secret_from_literals_files_and_env/in"];

export interface BunProgram {
  outfile: string;
  /** Bun's name of the platform. Default: this one. */
  target?: string;
  /** Files that specify which code is placed side by side. */
  orders?: readonly string[];
  /** Constants of the code, as JavaScript. */
  define?: Record<string, string>;
}

export async function compileBun({ outfile, target, orders = [], define = {} }: BunProgram): Promise<void> {
  const options = orders.map((file) => `--bytecode-order=${file}`)
    .concat(target === undefined ? [] : `--target=${target}`)
    .concat(Object.entries(define).map(([name, value]) => `--define=${name}=${value}`));
  exitUnless(await runShown("bun", [...WORDS, ...options, "--outfile", outfile, "main.ts"]));
  const program = exists(outfile) ? outfile : `${outfile}.exe`;
  dropSectionTable(program);
  allowHugePages(program);
  ignoreVariables(program);
}

/** Runs `action` with the files that specify which code typical builds need. */
export async function withBytecodeOrders(action: (orders: readonly string[]) => Promise<void>): Promise<void> {
  const temp = Deno.makeTempDirSync();
  try {
    const program = `${temp}/kust`;
    await compileBun({ outfile: program });
    const orders: string[] = [];
    for (const [index, folder] of TYPICAL.entries()) {
      const order = `${temp}/order-${index}`;
      exitUnless(
        await runShown(program, ["build", `testdata/${folder}`, "-o", "/dev/null"], { BUN_BYTECODE_ORDER_OUT: order }),
      );
      orders.push(order);
    }
    await action(orders);
  } finally {
    Deno.removeSync(temp, { recursive: true });
  }
}

if (import.meta.main) await withBytecodeOrders((orders) => compileBun({ outfile: "dist/kust-bun", orders }));
