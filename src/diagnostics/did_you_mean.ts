/** Hints for misspelt names and values. */

import { nearest } from "./nearest.ts";

/** @param near What the user may have meant, if anything is near. */
export function didYouMean(near: string): string;
export function didYouMean(near: string | undefined): string | undefined;
export function didYouMean(near: string | undefined): string | undefined {
  return near === undefined ? undefined : `did you mean '${near}'?`;
}

export function validValues(values: readonly string[]): string {
  return `valid values: ${values.join(", ")}`;
}

/** The nearest of the valid values, or else all of them. */
export function nearestOrAll(word: string, values: readonly string[]): string {
  return didYouMean(nearest(word, values)) ?? validValues(values);
}
