/** Joins pieces of a text, but copies no long ones: the first touch of memory takes most of the time of a copy. */

/** The pieces in order: those of at least `long` characters as they are, the others between them joined. */
export function joinShort(pieces: readonly string[], long: number): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    if (piece.length < long) continue;
    if (at > from) parts.push(pieces.slice(from, at).join(""));
    parts.push(piece);
    from = at + 1;
  }
  if (from < pieces.length) parts.push(from === 0 ? pieces.join("") : pieces.slice(from).join(""));
  return parts;
}
