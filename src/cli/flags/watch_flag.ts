/** The flag of commands with `watch`. */

export const WATCH_FLAG = {
  type: "bool",
  short: "w",
  help: "run again whenever a file that was read changes",
} as const;
