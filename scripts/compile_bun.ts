/** `deno task compile:bun`: dist/kust-bun, one self-contained program, by the Bun on PATH. */

import { demand, runShown } from "./run_program.ts";

const words = [
  "build",
  "--compile",
  "--minify",
  "--bytecode",
  "--splitting",
  "--format=esm",
  "--outfile",
  "dist/kust-bun",
  "main.ts",
];
demand(await runShown("bun", words));
