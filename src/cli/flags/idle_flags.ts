/** Flags that would silently have no effect. */

import { fail } from "../../diagnostics/diagnostic.ts";

/**
 * Refuses each of `flags`.
 *
 * @param given As for an invocation.
 * @param place Where they have an effect: `with --format make`.
 */
export function refuseIdle(given: ReadonlySet<string>, flags: readonly string[], place: string): void {
  const idle = flags.find((flag) => given.has(flag));
  if (idle !== undefined) fail("flag-conflict", `--${idle} has an effect only ${place}`);
}
