/** Hints of builds that advise flags, for commands that lack them. */

import type { KustError } from "../../diagnostics/diagnostic.ts";
import { BUILD_OPTION_FLAGS } from "../build/build_options.ts";
import type { Flags } from "./flags.ts";

/** The error without the parts of its hint that name flags of builds which are not among `flags`. */
export function withOfferedHint(error: KustError, flags: Flags): KustError {
  const { hint = "" } = error.diagnostic;
  const isOffered = (part: string) =>
    (part.match(/--[a-z-]+/g) ?? []).every((flag) => {
      const name = flag.slice("--".length);
      return Object.hasOwn(flags, name) || !Object.hasOwn(BUILD_OPTION_FLAGS, name);
    });
  if (isOffered(hint)) return error;
  const parts = hint.split(/; |, or /).filter(isOffered);
  return error.with({ hint: parts.length === 0 ? undefined : parts.join("; ") });
}
