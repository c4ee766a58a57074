/** The time that a test needs, apart from what else the machine does. */

/** Milliseconds for which the processor has worked for this thread; where no system tells them, those of the clock. */
export function threadMs(): number {
  try {
    return Number(Deno.readTextFileSync("/proc/thread-self/schedstat").split(" ")[0]) / 1e6;
  } catch {
    return performance.now();
  }
}
