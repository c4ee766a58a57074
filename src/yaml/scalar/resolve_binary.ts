/** `!!binary` scalars. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { decodeBase64 } from "../../text/base64.ts";
import { textOf } from "../../text/utf8.ts";
import { atPlace, type Scalar } from "../tree/node.ts";

/** The text that a base64 scalar holds; bytes that are not UTF-8 become U+FFFD, as Go's JSON has it. */
export function decodeBinary(scalar: Scalar): string {
  const bytes = decodeBase64(scalar.value.replace(/[\r\n]/g, ""));
  if (bytes !== undefined) return textOf(bytes);
  fail("invalid-tag", "the text of a !!binary is not base64", atPlace(scalar));
}
