/** A picture of a terminal, as SVG: output with its colours, in a window. */

/** Sizes in pixels, of a monospaced font whose characters are 0.6 em wide. */
const FONT_SIZE = 14;
const CHARACTER = 8.4;
const LINE = 20;
const MARGIN = 16;
const TITLE_BAR = 32;

const BACKGROUND = "#1b1f27";
const FOREGROUND = "#d5dae3";

/** The codes that `src/cli/output/paint.ts` uses. */
const STYLES: Readonly<Record<string, string>> = {
  "0m": "",
  "1m": 'font-weight="bold"',
  "1;31m": 'font-weight="bold" fill="#ff7b72"',
  "2m": 'fill="#8b93a3"',
  "32m": 'fill="#7ee787"',
  "33m": 'fill="#e3b341"',
  "36m": 'fill="#79c0ff"',
};

/** A part of a line in one style. */
interface Run {
  style: string;
  text: string;
}

/**
 * @param title What the picture shows, for those who cannot see it.
 * @param output Lines that may contain the escape sequences of colours. Throws `Error` for any other sequence.
 */
export function terminalPicture(title: string, output: string): string {
  const lines = output.replace(/\n+$/, "").split("\n").map(runsOf);
  const columns = Math.max(...lines.map((runs) => runs.reduce((sum, { text }) => sum + widthOf(text), 0)));
  const width = Math.ceil(columns * CHARACTER + 2 * MARGIN);
  const height = TITLE_BAR + lines.length * LINE + MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title>${escape(title)}</title>
<rect width="${width}" height="${height}" rx="8" fill="${BACKGROUND}"/>
<circle cx="20" cy="17" r="5.5" fill="#ff5f57"/><circle cx="38" cy="17" r="5.5" fill="#febc2e"/><circle cx="56" cy="17" r="5.5" fill="#28c840"/>
<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="${FONT_SIZE}" fill="${FOREGROUND}">
${lines.map((runs, index) => lineOf(runs, TITLE_BAR + (index + 0.75) * LINE)).filter((line) => line !== "").join("\n")}
</g>
</svg>
`;
}

function runsOf(line: string): Run[] {
  // deno-lint-ignore no-control-regex
  const [first = "", ...others] = line.split(/\x1b\[/);
  const runs = [{ style: "", text: first }];
  for (const part of others) {
    const end = part.search(/[A-Za-z]/) + 1;
    runs.push({ style: styleOf(part.slice(0, end)), text: part.slice(end) });
  }
  return runs.filter(({ text }) => text !== "");
}

function styleOf(code: string): string {
  const style = STYLES[code];
  if (style === undefined) throw new Error(`a picture has no style for the escape sequence ${code}: add it to STYLES`);
  return style;
}

/** Each run has its place and its length, so that columns are aligned in any font. */
function lineOf(runs: readonly Run[], y: number): string {
  let column = 0;
  const texts = runs.map(({ style, text }) => {
    const lead = text.length - text.trimStart().length;
    const shown = text.trim();
    const x = MARGIN + (column + lead) * CHARACTER;
    column += widthOf(text);
    if (shown === "") return "";
    const length = (widthOf(shown) * CHARACTER).toFixed(1);
    return `<text x="${x.toFixed(1)}" y="${y}" textLength="${length}"${style && ` ${style}`}>${escape(shown)}</text>`;
  });
  return texts.join("");
}

function widthOf(text: string): number {
  return [...text].length;
}

/** Spaces would be merged. */
function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("  ", "\u00a0 ");
}
