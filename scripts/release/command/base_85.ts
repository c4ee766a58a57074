/**
 * Bytes as text that needs no escapes in JavaScript, a sixteenth shorter than base64: five digits for four bytes, the
 * most significant first. The digits are the characters from `#` on without the backslash; loader.js reads them.
 */

const FIRST = "#".charCodeAt(0);
const BACKSLASH = "\\".charCodeAt(0);

/** The last group may be shorter: one digit more than it has bytes. */
export function toBase85(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4) {
    const group = bytes.subarray(at, at + 4);
    text += digitsOf([0, 1, 2, 3].reduce((sum, i) => sum * 256 + (group[i] ?? 0), 0)).slice(0, group.length + 1);
  }
  return text;
}

function digitsOf(word: number): string {
  let digits = "";
  for (let i = 0; i < 5; i++) {
    const code = FIRST + word % 85;
    digits = String.fromCharCode(code < BACKSLASH ? code : code + 1) + digits;
    word = Math.floor(word / 85);
  }
  return digits;
}
