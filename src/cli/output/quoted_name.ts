/** Names of files in lists. */

import { encodeUtf8 } from "../../text/bytes/utf8.ts";
import { replaceControls } from "./render_diagnostic.ts";

/**
 * As git writes names of files with control characters, quotes or backslashes, and `patch` reads them: in quotes, with
 * escapes. Other characters stay as they are, as with `core.quotePath=false`, except marks that change the direction of
 * text.
 */
export function quotedName(name: string): string {
  const text = replaceControls(name.replace(/["\\]/g, "\\$&"), octal).replace(/[\n\t]/g, octal);
  return text === name ? name : `"${text}"`;
}

function octal(char: string): string {
  return [...encodeUtf8(char)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}
