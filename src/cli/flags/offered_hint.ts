/** Hints of builds that advise flags, for commands that lack them. */

import type { KustError } from "../../diagnostics/diagnostic.ts";
import { BUILD_OPTION_FLAGS } from "../build/build_options.ts";
import type { Flags } from "./flags.ts";

/** Whether `flags` has all flags of builds that a hint names. */
export function isOffered(hint: string, flags: Flags): boolean {
  return (hint.match(/--[a-z-]+/g) ?? []).every((flag) => {
    const name = flag.slice("--".length);
    return Object.hasOwn(flags, name) || !Object.hasOwn(BUILD_OPTION_FLAGS, name);
  });
}

/** The error without the parts of its hint that name other flags of builds. */
export function withOfferedHint(error: KustError, flags: Flags): KustError {
  const { hint = "" } = error.diagnostic;
  if (isOffered(hint, flags)) return error;
  const parts = hint.split(/; |, or /).filter((part) => isOffered(part, flags));
  return error.with({ hint: parts.length === 0 ? undefined : parts.join("; ") });
}
