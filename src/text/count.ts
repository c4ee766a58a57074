/** Numbers of things, for people. */

/** `1 target`, `2 targets`. */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
