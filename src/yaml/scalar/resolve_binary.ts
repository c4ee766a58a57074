/** `!!binary` scalars. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { decodeBase64 } from "../../text/base64.ts";
import { decodeUtf8Lossy } from "../../text/utf8.ts";
import { atPlace, type Scalar } from "../tree/node.ts";

/** Decodes a base64 scalar; bytes that are not UTF-8 become U+FFFD, as in Go's JSON. */
export function decodeBinary(scalar: Scalar): string {
  const bytes = decodeBase64(scalar.value.replace(/[\r\n]/g, ""));
  if (bytes !== undefined) return decodeUtf8Lossy(bytes);
  fail("invalid-tag", "the text of a !!binary is not base64", atPlace(scalar));
}
