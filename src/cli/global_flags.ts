/** Flags that every command takes. */

import type { Flags } from "./flags.ts";

export const GLOBAL_FLAGS = {
  "stack-trace": { type: "bool", help: "print a stack trace with an error" },
} as const satisfies Flags;
