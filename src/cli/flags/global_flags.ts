/** Flags that every command takes. */

import { RELEASES } from "../../compat/compat.ts";
import type { Flags } from "./flags.ts";

export const GLOBAL_FLAGS = {
  compat: {
    type: "string",
    valueName: "RELEASE",
    complete: RELEASES,
    help: "release of kustomize to agree with; default $KUST_COMPAT, or the newest",
  },
  "stack-trace": { type: "bool", help: "print a stack trace with errors" },
} as const satisfies Flags;

/** Flags of the program itself, without a command. */
export const ROOT_FLAGS = {
  ...GLOBAL_FLAGS,
  version: { type: "bool", help: "print the versions of kust and of the kustomize it matches" },
} as const satisfies Flags;
