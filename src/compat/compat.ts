/**
 * Which release of kustomize a build agrees with. Code that differs from release to release asks by the name of a row of
 * `behaviours.ts`, which is loaded only for releases before the newest.
 */

import type { Behaviour, LostBehaviour } from "./behaviours.ts";

/** The releases that people pin, oldest first. */
export const RELEASES = ["v5.6.0", "v5.7.1", "v5.8.1", "v5.8.2", "v5.8.3"] as const;

export type Release = typeof RELEASES[number];

/** The variable that names the release where no flag does. */
export const COMPAT_VARIABLE = "KUST_COMPAT";

/** A release of kustomize, as a build sees it. */
export interface Compat {
  release: Release;
  /** Whether the release behaves so. */
  has(behaviour: Behaviour): boolean;
}

/** What the newest release no longer does; the type keeps it in step with the table. */
const LOST: Readonly<Record<LostBehaviour, true>> = {
  "any-patch-option": true,
  "replacements-as-omitempty": true,
};

/** The newest release: it does all that is in the table, but for what got lost. */
export const NEWEST: Compat = {
  release: RELEASES[RELEASES.length - 1]!,
  has: (behaviour) => !(behaviour in LOST),
};
