/** Splits a line into words as releases before v5.7.0 do, by the library google/shlex. */

/** A `#` begins a comment only where a word could begin. */
const BLANKS = /(?:[ \t\r\n]|#[^\n]*)*/y;
const WORD = /(?:'[^']*'|"(?:[^"\\]|\\[^])*"|\\[^]|[^ \t\r\n'"\\])+(?=[ \t\r\n]|$)/y;
const PARTS = /'([^']*)'|"((?:[^"\\]|\\[^])*)"|\\([^])|([^'"\\]+)/g;

/** A word whose quote does not end is left out with all that follows, and no error. */
export function earlierShellWords(line: string): string[] {
  const words: string[] = [];
  let at = 0;
  while (true) {
    at += take(BLANKS, line, at).length;
    const word = take(WORD, line, at);
    if (word === "") return words;
    words.push(word.replace(PARTS, (_, single, double, escaped, plain) => {
      return single ?? double?.replace(/\\([^])/g, "$1") ?? escaped ?? plain;
    }));
    at += word.length;
  }
}

/** What a sticky pattern finds at that place; "" where it finds nothing. */
function take(pattern: RegExp, line: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0] ?? "";
}
