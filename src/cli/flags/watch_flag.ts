/** The flag of commands that `watches` is set for. */

export const WATCH_FLAG = {
  type: "bool",
  short: "w",
  help: "run again whenever a file that was read changes",
} as const;
