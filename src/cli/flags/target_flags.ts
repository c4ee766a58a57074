/** Flags of commands that work on all kustomizations below a folder. */

import type { Flags } from "./flags.ts";

export const TARGET_FLAGS = {
  leaves: { type: "bool", help: "only kustomizations that no other one below the folder builds on" },
  include: {
    type: "array",
    valueName: "PATTERN",
    complete: "none",
    help: "only folders that match, or are in one that does; as in .gitignore",
  },
  exclude: {
    type: "array",
    valueName: "PATTERN",
    complete: "none",
    help: "not folders that match, or are in one that does; as in .gitignore",
  },
  "no-ignore": { type: "bool", help: "also folders that .gitignore excludes" },
  shard: {
    type: "string",
    valueName: "I/N",
    complete: "none",
    help: "only share I of N, for parallel jobs: each target is in exactly one",
  },
} as const satisfies Flags;
