/** Splits a line into words like releases before v5.7.0, which use the library google/shlex. */

/** A `#` only starts a comment at the start of a word. */
const BLANKS = /(?:[ \t\r\n]|#[^\n]*)*/y;
const WORD = /(?:'[^']*'|"(?:[^"\\]|\\[^])*"|\\[^]|[^ \t\r\n'"\\])+(?=[ \t\r\n]|$)/y;
const PARTS = /'([^']*)'|"((?:[^"\\]|\\[^])*)"|\\([^])|([^'"\\]+)/g;

/** A word with an unclosed quote is dropped, with everything after it, without an error. */
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

/** The match of a sticky pattern at `at`; "" if there is none. */
function take(pattern: RegExp, line: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0] ?? "";
}
