/** Flags that every command takes. */

import type { Flags } from "./flags.ts";

export const GLOBAL_FLAGS = {
  "stack-trace": { type: "bool", help: "print a stack trace with an error" },
} as const satisfies Flags;

/** Flags of the program without a command. */
export const ROOT_FLAGS = {
  ...GLOBAL_FLAGS,
  version: { type: "bool", help: "print the version of kust, and of the kustomize that it agrees with" },
} as const satisfies Flags;
