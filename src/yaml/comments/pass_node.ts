/** Moves past one token that is, or belongs to, a scalar or an alias. */

import { AMPERSAND, ASTERISK, DOUBLE_QUOTE, EXCLAMATION, isBlankOrEnd, SINGLE_QUOTE } from "../../text/chars.ts";
import type { Cursor } from "../scan/cursor.ts";
import { scanPlain } from "../scan/plain.ts";
import { scanAnchorName } from "../scan/properties.ts";
import { scanDoubleQuoted, scanSingleQuoted } from "../scan/quoted.ts";
import type { TokenKind } from "./tokens.ts";

/** Moves the cursor past the token that begins with `code`, and returns its kind. */
export function passNode(cursor: Cursor, code: number): TokenKind {
  switch (code) {
    case ASTERISK:
      scanAnchorName(cursor);
      return "alias";
    case AMPERSAND:
      scanAnchorName(cursor);
      return "anchor";
    case EXCLAMATION:
      while (!isBlankOrEnd(cursor.text.charCodeAt(cursor.pos))) cursor.pos++;
      return "tag";
    case SINGLE_QUOTE:
      scanSingleQuoted(cursor);
      return "scalar";
    case DOUBLE_QUOTE:
      scanDoubleQuoted(cursor);
      return "scalar";
    default:
      scanPlain(cursor);
      return "scalar";
  }
}
