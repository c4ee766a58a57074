/** Decodes UTF-16. */

export interface Utf16Text {
  /** The text, with U+FFFD for what cannot be decoded. */
  text: string;
  /** Offset and description of the first decoding error. */
  fault: { offset: number; message: string } | undefined;
}

/** Decodes `bytes` that begin with a byte order mark; undefined if they do not. */
export function decodeUtf16(bytes: Uint8Array): Utf16Text | undefined {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!isLittle && !(bytes[0] === 0xfe && bytes[1] === 0xff)) return undefined;
  const units: number[] = [];
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    units.push(isLittle ? bytes[at]! | bytes[at + 1]! << 8 : bytes[at]! << 8 | bytes[at + 1]!);
  }
  const decoded = units.map((unit) => String.fromCharCode(unit)).join("");
  const lone = decoded.search(LONE);
  const text = wellFormed(decoded);
  if (lone >= 0) return { text, fault: { offset: lone, message: "this UTF-16 surrogate is unpaired" } };
  const isCut = bytes.length % 2 !== 0;
  return {
    text,
    fault: isCut ? { offset: text.length, message: "the last UTF-16 character is incomplete" } : undefined,
  };
}

const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The text with U+FFFD for each half of a surrogate pair. */
export function wellFormed(text: string): string {
  return text.replaceAll(LONE, "\uFFFD");
}
