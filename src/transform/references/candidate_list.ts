/** The resources that a name may refer to, indexed by their prefixes and suffixes. */

import type { Resource } from "../../model/resource.ts";
import { AffixTree } from "./affix_tree.ts";

/** A resource that has been renamed. */
export interface Candidate {
  resource: Resource;
  /** Its position in the build. */
  position: number;
  /** Its original effective namespace. */
  originalNamespace: string;
}

export class CandidateList {
  readonly #candidates: Candidate[];
  /** Created on first use. */
  #byPrefixes: AffixTree<Candidate> | undefined;
  #bySuffixes: AffixTree<Candidate> | undefined;

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
   * Those with prefixes and suffixes compatible with those of `referrer`: one list is the end of the other, or is
   * empty.
   */
  compatibleWith({ history: { prefixes, suffixes } }: Resource): Candidate[] {
    const byPrefixes = this.#byPrefixes ??= treeOf(this.#candidates, ({ resource }) => resource.history.prefixes);
    const bySuffixes = this.#bySuffixes ??= treeOf(this.#candidates, ({ resource }) => resource.history.suffixes);
    const found = byPrefixes.count(prefixes) <= bySuffixes.count(suffixes)
      ? byPrefixes.compatible(prefixes)
      : bySuffixes.compatible(suffixes);
    return found.filter(({ resource: { history } }) =>
      endAlikeOrEmpty(history.prefixes, prefixes) && endAlikeOrEmpty(history.suffixes, suffixes)
    );
  }
}

/** Whether the prefixes and the suffixes of two resources end alike. */
export function haveSameAffixes({ history: a }: Resource, { history: b }: Resource): boolean {
  return endAlike(a.prefixes, b.prefixes) && endAlike(a.suffixes, b.suffixes);
}

function treeOf(
  candidates: readonly Candidate[],
  affixesOf: (candidate: Candidate) => readonly string[],
): AffixTree<Candidate> {
  const tree = new AffixTree<Candidate>();
  for (const candidate of candidates) tree.add(affixesOf(candidate), candidate);
  return tree;
}

function endAlikeOrEmpty(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || endAlike(a, b);
}

/** Whether one list is the end of the other. An empty list only matches an empty one. */
function endAlike(a: readonly string[], b: readonly string[]): boolean {
  const length = Math.min(a.length, b.length);
  if (length === 0) return a.length === b.length;
  for (let back = 1; back <= length; back++) {
    if (a.at(-back) !== b.at(-back)) return false;
  }
  return true;
}
