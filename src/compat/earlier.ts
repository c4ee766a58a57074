/** Releases before the newest. */

import { fail } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/did_you_mean.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { type Behaviour, BEHAVIOURS, type Row } from "./behaviours.ts";
import { type Compat, RELEASES } from "./compat.ts";

/** The release of that name. Throws `unknown-release`. */
export function earlierRelease(name: string): Compat {
  const release = RELEASES.find((one) => one === name) ?? failOnRelease(name);
  return { release, has: (behaviour) => holds(behaviour, release) };
}

function failOnRelease(name: string): never {
  const near = nearest(name, RELEASES);
  fail("unknown-release", `unknown release '${name}' of kustomize: kust knows ${RELEASES.join(", ")}`, {
    hint: didYouMean(near),
  });
}

/** Whether a release has the behaviour. */
export function holds(behaviour: Behaviour, release: string): boolean {
  const { since, until }: Row = BEHAVIOURS[behaviour];
  return (since === undefined || compareReleases(since, release) <= 0) &&
    (until === undefined || compareReleases(release, until) <= 0);
}

/** The order of releases such as `v5.8.1`. */
export function compareReleases(a: string, b: string): number {
  const right = b.slice(1).split(".").map(Number);
  const differences = a.slice(1).split(".").map((part, index) => Number(part) - right[index]!);
  return differences.find((difference) => difference !== 0) ?? 0;
}
