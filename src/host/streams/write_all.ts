/** Writes everything by a call that accepts a part at a time. */

import { systemCode } from "../process/system_error.ts";

/** @param write Writes some bytes from the start and returns how many, or throws `EAGAIN` if it wrote none. */
export function writeAll(bytes: Uint8Array, write: (rest: Uint8Array) => number): void {
  for (let rest = bytes; rest.length > 0;) rest = rest.subarray(untilReady(() => write(rest)));
}

/** Repeats `write` until there is room in a pipe or socket that someone has made non-blocking. */
export function untilReady<T>(write: () => T): T {
  for (;;) {
    try {
      return write();
    } catch (error) {
      if (systemCode(error) !== "EAGAIN") throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
  }
}
