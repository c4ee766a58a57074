/** `!!binary` scalars. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { textOf } from "../../text/utf8.ts";
import { atPlace, type Scalar } from "../tree/node.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The text that a base64 scalar holds; bytes that are not UTF-8 become U+FFFD, as Go's JSON has it. */
export function decodeBinary(scalar: Scalar): string {
  const text = scalar.value.replace(/[\r\n]/g, "");
  const bytes = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)
    ? decodeBase64(text)
    : undefined;
  if (bytes !== undefined) return textOf(bytes);
  fail("wrong-tag", "the text of a !!binary is not base64", atPlace(scalar));
}

function decodeBase64(text: string): Uint8Array {
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
