/** Colours for a terminal. */

type Paint = (text: string) => string;

export interface Painter {
  red: Paint;
  green: Paint;
  yellow: Paint;
  cyan: Paint;
  bold: Paint;
  dim: Paint;
}

/** @param color Whether to colour at all; if not, every text stays as it is. */
export function paint(color: boolean): Painter {
  const style = (code: string): Paint => color ? (text) => `\x1b[${code}m${text}\x1b[0m` : (text) => text;
  return {
    red: style("1;31"),
    green: style("32"),
    yellow: style("33"),
    cyan: style("36"),
    bold: style("1"),
    dim: style("2"),
  };
}

/** Whether to colour terminal output: not if `NO_COLOR` is set (https://no-color.org) or the terminal is dumb. */
export function wantsColor(isTerminal: boolean, env: (name: string) => string | undefined): boolean {
  return isTerminal && (env("NO_COLOR") ?? "") === "" && env("TERM") !== "dumb";
}
