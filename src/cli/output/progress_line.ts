/** A line on the terminal that says what is being waited for, and goes away. */

import type { Host } from "../../host/host.ts";

/** Machines on whose terminal a line stands. */
const shown = new WeakSet<Host>();

/** Takes the line to show; "" removes it. Undefined where stderr is no terminal: nothing is shown there. */
export function progressLine(host: Host): ((line: string) => void) | undefined {
  const { stderr, columns } = host.terminal;
  if (!stderr || host.env("TERM") === "dumb") return undefined;
  return (line) => {
    if (line === "" && !shown.delete(host)) return;
    if (line !== "") shown.add(host);
    host.writeStderr(`\r\x1b[K${line.slice(0, columns - 1)}`);
  };
}

/** Removes the line of something that may still go on, such as another clone, before something else is written. */
export function clearProgressLine(host: Host): void {
  progressLine(host)?.("");
}
