/** Standard base64, with padding. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const PAD = 61;
const LINE = 70;

/**
 * Base64 as kustomize writes it into generated Secrets and ConfigMaps: 70 characters or more are split into lines of
 * 70, each ended by a line feed, including the last. Shorter text is not split.
 */
export function encodeBase64Lines(bytes: Uint8Array): string {
  const encoded = encodeBase64(bytes);
  if (encoded.length < LINE) return encoded;
  const lines: string[] = [];
  for (let at = 0; at < encoded.length; at += LINE) lines.push(encoded.slice(at, at + LINE));
  return lines.join("\n") + "\n";
}

function encodeBase64(bytes: Uint8Array): string {
  let text = "";
  let units: number[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const second = bytes[at + 1];
    const third = bytes[at + 2];
    const bits = bytes[at]! << 16 | (second ?? 0) << 8 | (third ?? 0);
    units.push(
      ALPHABET.charCodeAt(bits >> 18),
      ALPHABET.charCodeAt(bits >> 12 & 63),
      second === undefined ? PAD : ALPHABET.charCodeAt(bits >> 6 & 63),
      third === undefined ? PAD : ALPHABET.charCodeAt(bits & 63),
    );
    if (units.length >= 8192) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return text + String.fromCharCode(...units);
}

/** Decodes a text without line breaks; undefined if it is not base64. */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined;
  const digits = text.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor(digits.length * 3 / 4));
  let bits = 0;
  let at = 0;
  for (let i = 0; i < digits.length; i++) {
    bits = (bits << 6 | ALPHABET.indexOf(digits[i]!)) & 0xffffff;
    if (i % 4 > 0) bytes[at++] = bits >> (6 - 2 * (i % 4)) & 0xff;
  }
  return bytes;
}
