/** Resources that a name may mean, found quickly by the prefixes and suffixes that they got. */

import type { Resource } from "../model/resource.ts";

/** A resource that has been renamed. */
export interface Candidate {
  resource: Resource;
  /** Its place in the order of the build. */
  position: number;
  /** The effective namespace in which it was at first. */
  originalNamespace: string;
}

export class CandidateList {
  readonly #candidates: Candidate[];
  /** By the last prefix, then by the last suffix, "" where there is none; made when first asked for. */
  #byAffixes: Map<string, Map<string, Candidate[]>> | undefined;

  constructor(candidates: Candidate[] = []) {
    this.#candidates = candidates;
  }

  get all(): readonly Candidate[] {
    return this.#candidates;
  }

  /** Only before the first lookup. */
  add(candidate: Candidate): void {
    this.#candidates.push(candidate);
  }

  filter(keep: (candidate: Candidate) => boolean): CandidateList {
    return new CandidateList(this.#candidates.filter(keep));
  }

  /**
   * Those that may have come the way that `referrer` came: of the prefixes of the two, one list ends with the other or is
   * empty, and so of the suffixes.
   */
  compatibleWith({ history: { prefixes, suffixes } }: Resource): Candidate[] {
    const byAffixes = this.#byAffixes ??= groupByAffixes(this.#candidates);
    return fitting(byAffixes, prefixes.at(-1))
      .flatMap((bySuffix) => fitting(bySuffix, suffixes.at(-1)))
      .flat()
      .filter(({ resource: { history } }) =>
        endAlikeOrEmpty(history.prefixes, prefixes) && endAlikeOrEmpty(history.suffixes, suffixes)
      );
  }
}

/** Whether prefixes and suffixes of the two end alike. */
export function haveSameAffixes({ history: a }: Resource, { history: b }: Resource): boolean {
  return endAlike(a.prefixes, b.prefixes) && endAlike(a.suffixes, b.suffixes);
}

function groupByAffixes(candidates: readonly Candidate[]): Map<string, Map<string, Candidate[]>> {
  const byPrefix = Map.groupBy(candidates, ({ resource }) => resource.history.prefixes.at(-1) ?? "");
  return new Map(
    [...byPrefix].map(([prefix, group]) => [
      prefix,
      Map.groupBy(group, ({ resource }) => resource.history.suffixes.at(-1) ?? ""),
    ]),
  );
}

/** What is there for an affix or for none; everything where there is no affix to compare with. */
function fitting<T>(byAffix: ReadonlyMap<string, T>, affix: string | undefined): T[] {
  if (affix === undefined) return [...byAffix.values()];
  return [byAffix.get(affix), byAffix.get("")].filter((value) => value !== undefined);
}

function endAlikeOrEmpty(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || endAlike(a, b);
}

/** Whether one list is the end of the other. An empty list is the end of an empty one alone. */
function endAlike(a: readonly string[], b: readonly string[]): boolean {
  const length = Math.min(a.length, b.length);
  if (length === 0) return a.length === b.length;
  for (let back = 1; back <= length; back++) {
    if (a.at(-back) !== b.at(-back)) return false;
  }
  return true;
}
