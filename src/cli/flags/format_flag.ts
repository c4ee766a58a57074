/** `--format`: help and completion come from the list of formats. */

import type { StringFlag } from "./flags.ts";

/** @param formats The first is the default. */
export function formatFlag(formats: readonly [string, string, ...string[]]): StringFlag {
  const [first] = formats;
  const help = `${formats.slice(0, -1).join(", ")} or ${formats.at(-1)}`;
  return { type: "string", default: first, complete: formats, help };
}
