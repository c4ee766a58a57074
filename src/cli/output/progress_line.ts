/** A transient line on the terminal that says what kust is waiting for. */

import type { Host } from "../../host/host.ts";
import { shown } from "./render_diagnostic.ts";

/** Hosts whose terminal shows a line. */
const showing = new WeakSet<Host>();

/** Returns a function that shows a line; "" removes it. Undefined if stderr is not a terminal. */
export function progressLine(host: Host): ((line: string) => void) | undefined {
  const { stderr, columns } = host.terminal;
  if (!stderr || host.env("TERM") === "dumb") return undefined;
  return (line) => {
    if (line === "" && !showing.delete(host)) return;
    if (line !== "") showing.add(host);
    host.writeStderr(`\r\x1b[K${shown(line).slice(0, columns - 1)}`);
  };
}

/** Removes the line before something else is written, since slow work such as another clone may still be running. */
export function clearProgressLine(host: Host): void {
  progressLine(host)?.("");
}
