/** The path of a URL in the form that Go's client requests (net/url's EscapedPath). */

import { encodeUtf8 } from "../text/bytes/utf8.ts";

/** Keeps a correctly escaped path; otherwise escapes it. */
export function escapeUrlPath(path: string): string {
  if (/^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/[\]]|%[0-9A-Fa-f]{2})*$/.test(path)) return path;
  return unescaped(path).replace(/[^A-Za-z0-9\-._~$&+,/:;=@]/gu, escaped);
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function escaped(character: string): string {
  return [...encodeUtf8(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}
