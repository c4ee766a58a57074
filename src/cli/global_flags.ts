/** Flags that every command takes. */

import type { Flags } from "./flags.ts";

export const GLOBAL_FLAGS = {
  "stack-trace": { type: "bool", help: "print a stack trace with errors" },
} as const satisfies Flags;

/** Flags of the program itself, without a command. */
export const ROOT_FLAGS = {
  ...GLOBAL_FLAGS,
  version: { type: "bool", help: "print the versions of kust and of the kustomize it matches" },
} as const satisfies Flags;
