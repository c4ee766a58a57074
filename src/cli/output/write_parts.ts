/** Prints long texts, which may exceed the maximum length of a string. */

import type { Host } from "../../host/host.ts";
import { joinShort } from "../../text/join_short.ts";

const LONG = 1 << 16;

export function writeParts(parts: readonly string[], host: Host): void {
  for (const part of joinShort(parts, LONG)) host.writeStdout(part);
}
