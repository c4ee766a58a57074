/** The name of the program. */

const RUNTIMES = ["deno", "bun", "node"];

/**
 * The name by which the program was called. A runtime runs a file: that is the name, unless it is source code.
 *
 * @param argv0 The word that named the program or its runtime.
 * @param file The file that the runtime runs.
 */
export function programName(argv0: string, file: string | undefined): string {
  const name = nameIn(argv0);
  const own = RUNTIMES.includes(name) ? nameIn(file ?? "") : name;
  return /^[\w-]+$/.test(own) ? own : "kust";
}

function nameIn(path: string): string {
  return path.slice(path.search(/[^/\\]*$/)).replace(/\.exe$/i, "");
}
