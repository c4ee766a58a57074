/** Finds a release by its name. */

import { type Compat, NEWEST } from "./compat.ts";

/** The release of that name; absent or "": the newest. Throws `unknown-release`. */
export async function compatWith(name = ""): Promise<Compat> {
  if (name === "" || name === NEWEST.release) return NEWEST;
  return (await import("./earlier.ts")).earlierRelease(name);
}
