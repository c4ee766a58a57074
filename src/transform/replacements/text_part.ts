/** Parts of a text between delimiters, without a list of all parts, which takes much more memory than the text. */

/** @returns Start and end of the part; undefined if there are not as many, or `index` is below 0. */
export function partAt(text: string, delimiter: string, index: number): [start: number, end: number] | undefined {
  if (index < 0) return undefined;
  let start = 0;
  for (let i = 0; i < index; i++) {
    const next = text.indexOf(delimiter, start);
    if (next < 0) return undefined;
    start = next + delimiter.length;
  }
  const end = text.indexOf(delimiter, start);
  return [start, end < 0 ? text.length : end];
}

export function partCount(text: string, delimiter: string): number {
  let parts = 1;
  for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + delimiter.length)) parts++;
  return parts;
}
