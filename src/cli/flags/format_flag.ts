/** `--format`: help and completion come from the list of formats. */

import type { StringFlag } from "./flags.ts";

/** @param formats The first is the default. */
export function formatFlag(formats: readonly [string, ...string[]]): StringFlag {
  const [first, ...others] = formats;
  const last = others.pop();
  const help = last === undefined ? first : `${[first, ...others].join(", ")} or ${last}`;
  return { type: "string", default: first, complete: formats, help };
}
