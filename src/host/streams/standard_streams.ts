/** Writes to standard output and error: all of it, however little a pipe or socket accepts at once. */

import { writeSync } from "node:fs";
import process from "node:process";
import { writeToDenoStdout } from "./deno_stdout.ts";
import { removeLeftovers } from "../process/leftovers.ts";
import { guarded, systemCode } from "../process/system_error.ts";
import { encoded } from "./encode.ts";
import { writeAll } from "./write_all.ts";

/** If the reader is gone (`| head`), ends the program silently. */
export function writeStandardStream(descriptor: 1 | 2, text: string | Uint8Array): void {
  try {
    if (descriptor === 1 && writeToDenoStdout(text)) return;
    for (const bytes of typeof text === "string" ? encoded(text) : [text]) {
      writeAll(bytes, (rest) => writeSync(descriptor, rest));
    }
  } catch (error) {
    if (systemCode(error) === "EPIPE") endBrokenPipe();
    // A full disk behind a redirection, for example, is reported like an error of any file.
    guarded(descriptor === 1 ? "standard output" : "standard error", () => {
      throw error;
    });
  }
}

/** Exit code after a broken pipe, as in shells: 128 + SIGPIPE. */
const BROKEN_PIPE = 141;

function endBrokenPipe(): never {
  removeLeftovers();
  process.exit(BROKEN_PIPE);
}
