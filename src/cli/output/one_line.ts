/** Values as a part of a line. */

const MAX_VALUE = 60;

/** Cuts long values and those of several lines: the rest is at the place. */
export function oneLine(value: string): string {
  const [first = "", ...rest] = value.split("\n");
  const short = first.slice(0, MAX_VALUE);
  return rest.length > 0 || short !== first ? `${short}…` : short;
}
