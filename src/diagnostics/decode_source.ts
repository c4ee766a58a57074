/** Decodes the bytes of an input. go-yaml reads UTF-16 if there is a byte order mark, otherwise UTF-8. */

import { decodeUtf16 } from "../text/bytes/utf16.ts";
import { decodeUtf8, decodeUtf8Lossy, validLength } from "../text/bytes/utf8.ts";
import { Source } from "./source.ts";

/** @param name As for `Source`. */
export function decodeSource(name: string, bytes: Uint8Array): Source {
  const utf16 = decodeUtf16(bytes);
  if (utf16 !== undefined) return new Source(name, utf16.text, { isUtf16: true, fault: utf16.fault });
  const text = decodeUtf8(bytes);
  if (text !== undefined) return new Source(name, text);
  const { length } = decodeUtf8Lossy(bytes.subarray(0, validLength(bytes)));
  const fault = { offset: length, message: "this byte is not UTF-8" };
  return new Source(name, decodeUtf8Lossy(bytes), { isUtf16: false, fault });
}
