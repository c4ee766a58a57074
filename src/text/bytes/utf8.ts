/** UTF-8 in plain TypeScript: the core uses no platform types, and must detect files that are not text. */

const CHUNK = 8192;

/** Decodes `bytes`; undefined if they are not valid UTF-8 (by Go's rules: no surrogates, no overlong forms). */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  return decode(bytes, false);
}

/** Decodes `bytes`; each invalid byte becomes U+FFFD. */
export function decodeUtf8Lossy(bytes: Uint8Array): string {
  return decode(bytes, true)!;
}

function decode(bytes: Uint8Array, repair: boolean): string | undefined {
  let text = "";
  let units: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0 && !repair) return undefined;
    const codePoint = length === 0 ? 0xfffd : codePointAt(bytes, at, length);
    if (codePoint > 0xffff) units.push(0xd7c0 + (codePoint >> 10), 0xdc00 + (codePoint & 0x3ff));
    else units.push(codePoint);
    at += length || 1;
    if (units.length >= CHUNK) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return text + String.fromCharCode(...units);
}

/** Number of bytes before the first invalid one. */
export function validLength(bytes: Uint8Array): number {
  let at = 0;
  for (let length = 1; at < bytes.length && length > 0; at += length) length = sequenceLength(bytes, at);
  return at;
}

/** Length of the valid sequence that begins at `at`; 0 if there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (first < 0xc2 || first > 0xf4 || !isContinuation(second)) return 0;
  if (first < 0xe0) return 2;
  if (!isContinuation(bytes[at + 2] ?? 0)) return 0;
  if (first < 0xf0) {
    if (first === 0xe0 && second < 0xa0 || first === 0xed && second > 0x9f) return 0;
    return 3;
  }
  if (first === 0xf0 && second < 0x90 || first === 0xf4 && second > 0x8f) return 0;
  return isContinuation(bytes[at + 3] ?? 0) ? 4 : 0;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at]!;
  if (length === 1) return first;
  let codePoint = first & (0x7f >> length);
  for (let index = 1; index < length; index++) codePoint = codePoint << 6 | bytes[at + index]! & 0x3f;
  return codePoint;
}

/** Encodes `text`; lone surrogates become U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    let unit = text.charCodeAt(index);
    if (unit < 0x80) {
      bytes[length++] = unit;
      continue;
    }
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const low = unit < 0xdc00 ? text.charCodeAt(index + 1) : 0;
      if (low >= 0xdc00 && low <= 0xdfff) {
        index++;
        const codePoint = 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff);
        bytes[length++] = 0xf0 | codePoint >> 18;
        bytes[length++] = 0x80 | codePoint >> 12 & 0x3f;
        bytes[length++] = 0x80 | codePoint >> 6 & 0x3f;
        bytes[length++] = 0x80 | codePoint & 0x3f;
        continue;
      }
      unit = 0xfffd;
    }
    if (unit < 0x800) bytes[length++] = 0xc0 | unit >> 6;
    else {
      bytes[length++] = 0xe0 | unit >> 12;
      bytes[length++] = 0x80 | unit >> 6 & 0x3f;
    }
    bytes[length++] = 0x80 | unit & 0x3f;
  }
  return bytes.subarray(0, length);
}
