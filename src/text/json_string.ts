/** JSON strings. */

/** Encodes a string as Go's encoding/json does. */
export function encodeJsonString(text: string): string {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, escapeForHtml);
}

function escapeForHtml(char: string): string {
  return "\\u" + char.charCodeAt(0).toString(16).padStart(4, "0");
}
