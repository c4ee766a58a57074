/** Lays out text in lines. */

/** Wraps paragraphs, which are separated by empty or indented lines. Indented lines stay as they are. */
export function wrap(text: string, width: number): string[] {
  const paragraphs: string[] = [];
  for (const line of text.trim().split("\n")) {
    const last = paragraphs.at(-1);
    if (isFilled(line) && last !== undefined && isFilled(last)) paragraphs[paragraphs.length - 1] = `${last} ${line}`;
    else paragraphs.push(line);
  }
  return paragraphs.flatMap((line) => isFilled(line) ? wrapLine(line, width) : [line]);
}

/** Whether a line is part of running text. */
function isFilled(line: string): boolean {
  return line !== "" && !line.startsWith(" ");
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Two columns, indented by two. The second is wrapped, or put on its own lines if the terminal is narrow. */
export function table(rows: [string, string][], width: number): string[] {
  const first = Math.max(0, ...rows.map(([left]) => left.length));
  const room = width - first - 5;
  if (room < 24) return rows.flatMap(([left, right]) => [`  ${left}`, ...indented(wrap(right, width - 8), 8)]);
  return rows.flatMap(([left, right]) => {
    const [head = "", ...rest] = wrap(right, room);
    return [`  ${left.padEnd(first)}   ${head}`.trimEnd(), ...indented(rest, first + 5)];
  });
}

function indented(lines: string[], by: number): string[] {
  return lines.map((line) => " ".repeat(by) + line);
}
