/** Character sets, as predicates on a code point. */

import { caseForms } from "./case_fold.ts";

export type CharSet = (char: number) => boolean;

/** `bounds` are pairs of a first and a last code point. */
export function ranges(...bounds: number[]): CharSet {
  return (char) => {
    for (let at = 0; at < bounds.length; at += 2) {
      if (char >= bounds[at]! && char <= bounds[at + 1]!) return true;
    }
    return false;
  };
}

export function union(sets: CharSet[]): CharSet {
  return sets.length === 1 ? sets[0]! : (char) => sets.some((set) => set(char));
}

export function complement(set: CharSet): CharSet {
  return (char) => !set(char);
}

/** The characters that have any case form in `set`. */
export function foldedSet(set: CharSet): CharSet {
  return (char) => caseForms(char).some(set);
}

export const anyChar: CharSet = () => true;
export const anyCharButNewline: CharSet = (char) => char !== 10;
