/**
 * Makes a Bun program for Linux ignore the environment variables through which Bun runs code that is not the program's.
 * `bun build` has no option for this, so the first character of each name becomes a NUL: no variable has such a name.
 */

import { Buffer } from "node:buffer";
import { isElf, overwrite } from "./elf.ts";

export const IGNORED_VARIABLES = [
  // More words for the command line, such as `--preload FILE`.
  "BUN_OPTIONS",
  // The program is Bun itself.
  "BUN_BE_BUN",
  // A debugger may connect, and run code.
  "BUN_INSPECT",
  "BUN_INSPECT_CONNECT_TO",
  "BUN_INSPECT_PRELOAD",
];

/** Changes an ELF file in place; other files stay as they are. Throws if a name is not there exactly once. */
export function ignoreVariables(path: string): void {
  if (!isElf(path)) return;
  const program = Buffer.from(Deno.readFileSync(path).buffer);
  for (const name of IGNORED_VARIABLES) {
    const text = `\0${name}\0`;
    const found = program.indexOf(text);
    if (found < 0 || found !== program.lastIndexOf(text)) throw new Error(`${path}: ${name} is not there exactly once`);
    overwrite(path, found + 1, Uint8Array.of(0));
  }
}
