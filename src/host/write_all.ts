/** Writing by a call that takes a part at a time. */

import { systemCode } from "./system_error.ts";

/** @param write Takes some of the bytes from the start on and tells how many, or throws `EAGAIN` where it took none. */
export function writeAll(bytes: Uint8Array, write: (rest: Uint8Array) => number): void {
  for (let rest = bytes; rest.length > 0;) rest = rest.subarray(untilReady(() => write(rest)));
}

/** Does `write` until the reader of a pipe or socket that somebody made non-blocking has made room for it. */
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
