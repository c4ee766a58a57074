/** The error for a program that was stopped at one of its bounds. */

import { fail, type Place } from "../diagnostics/diagnostic.ts";
import { MAX_PROGRAM_OUTPUT, type ProcessResult } from "./capabilities.ts";

export interface StoppedProgram {
  /** As a message names it. */
  program: string;
  /** What took too long or wrote too much. Default: `it`. */
  doing?: string;
  timeoutMs: number;
  /** What requested it. */
  place?: Place | undefined;
}

/** Throws `timed-out` or `too-large`. */
export function failStopped(
  { program, doing = "it", timeoutMs, place }: StoppedProgram,
  { timedOut }: ProcessResult,
): never {
  if (timedOut) {
    fail("timed-out", `${program} was stopped: ${doing} took more than ${timeoutMs / 1000} s`, {
      place,
      hint: "allow more time with --program-timeout, such as 30m",
    });
  }
  fail("too-large", `${program} was stopped: ${doing} wrote more than ${MAX_PROGRAM_OUTPUT} bytes`, { place });
}
