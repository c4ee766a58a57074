/**
 * The release of kustomize that a build agrees with. Code that depends on the release asks for a row of `behaviours.ts`
 * by name; that file is loaded only for releases before the newest.
 */

import type { Behaviour, LostBehaviour } from "./behaviours.ts";

/** The releases that people pin, oldest first. */
export const RELEASES = ["v5.6.0", "v5.7.1", "v5.8.1", "v5.8.2", "v5.8.3"] as const;

export type Release = typeof RELEASES[number];

/** The environment variable that names the release if no flag does. */
export const COMPAT_VARIABLE = "KUST_COMPAT";

/** A release of kustomize, as a build sees it. */
export interface Compat {
  release: Release;
  /** Whether the release has this behaviour. */
  has(behaviour: Behaviour): boolean;
}

/** The behaviours that the newest release no longer has; the type keeps this in step with the table. */
const LOST: Readonly<Record<LostBehaviour, true>> = {
  "any-patch-option": true,
  "replacements-as-omitempty": true,
};

/** The newest release: it has every behaviour in the table except the lost ones. */
export const NEWEST: Compat = {
  release: RELEASES[RELEASES.length - 1]!,
  has: (behaviour) => !(behaviour in LOST),
};
