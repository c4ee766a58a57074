/** Anchors, aliases and tags. */

import {
  AT,
  BACKTICK,
  COLON,
  COMMA,
  EXCLAMATION,
  GREATER_THAN,
  hexValue,
  isBlankOrEnd,
  isWord,
  LESS_THAN,
  PERCENT,
  QUESTION,
  RIGHT_BRACE,
  RIGHT_BRACKET,
} from "../../text/chars.ts";
import type { Cursor } from "./cursor.ts";

/** The prefix for `!!`, and for the tags of the core schema. */
export const CORE_TAG_PREFIX = "tag:yaml.org,2002:";

/** Scans `&name` or `*name` at the cursor. Returns the name. */
export function scanAnchorName(cursor: Cursor): string {
  const { text } = cursor;
  const start = cursor.pos + 1;
  let pos = start;
  while (isWord(text.charCodeAt(pos))) pos++;
  const name = text.slice(start, pos);
  if (name === "" || !endsAnchor(text.charCodeAt(pos))) {
    cursor.fail("the name of an anchor or alias is made of letters, digits, - and _", pos);
  }
  cursor.pos = pos;
  return name;
}

function endsAnchor(code: number): boolean {
  return isBlankOrEnd(code) || code === QUESTION || code === COLON || code === COMMA || code === RIGHT_BRACKET ||
    code === RIGHT_BRACE || code === PERCENT || code === AT || code === BACKTICK;
}

/** The prefixes of tag handles. */
export type TagHandles = Pick<ReadonlyMap<string, string>, "get">;

/** Scans a tag at the cursor. Returns its short form. */
export function scanTag(cursor: Cursor, handles: TagHandles): string {
  const start = cursor.pos;
  const tag = cursor.text.charCodeAt(start + 1) === LESS_THAN
    ? scanVerbatimTag(cursor)
    : scanHandledTag(cursor, handles);
  if (!isBlankOrEnd(cursor.text.charCodeAt(cursor.pos))) {
    cursor.fail("a tag must be followed by a space or a line break");
  }
  if (tag.startsWith(CORE_TAG_PREFIX)) return "!!" + tag.slice(CORE_TAG_PREFIX.length);
  return tag;
}

function scanVerbatimTag(cursor: Cursor): string {
  cursor.pos += 2;
  const tag = scanTagUri(cursor);
  if (tag === "") cursor.fail("a tag is missing its text");
  if (cursor.text.charCodeAt(cursor.pos) !== GREATER_THAN) cursor.fail("a tag that starts with !< must end with >");
  cursor.pos++;
  return tag;
}

function scanHandledTag(cursor: Cursor, handles: TagHandles): string {
  const start = cursor.pos;
  let handle = scanTagHandle(cursor);
  let suffix = "";
  if (handle.length > 1 && handle.endsWith("!")) {
    suffix = scanTagUri(cursor);
    if (suffix === "") cursor.fail("a tag is missing its text");
  } else {
    suffix = handle.slice(1) + scanTagUri(cursor);
    handle = "!";
    if (suffix === "") return "!";
  }
  const prefix = handles.get(handle);
  if (prefix === undefined) cursor.fail(`the tag handle ${handle} is not declared`, start);
  return prefix + suffix;
}

/** Scans `!`, `!!` or `!name!`, or the start of a tag without a handle. */
export function scanTagHandle(cursor: Cursor): string {
  const { text, pos: start } = cursor;
  let pos = start + 1;
  while (isWord(text.charCodeAt(pos))) pos++;
  if (text.charCodeAt(pos) === EXCLAMATION) pos++;
  cursor.pos = pos;
  return text.slice(start, pos);
}

/** Scans the characters of a tag's URI, and decodes `%` escapes. */
export function scanTagUri(cursor: Cursor): string {
  const { text } = cursor;
  let uri = "";
  for (;;) {
    const code = text.charCodeAt(cursor.pos);
    if (code === PERCENT) {
      uri += scanUriEscapes(cursor);
    } else if (isWord(code) || ";/?:@&=+$,.!~*'()[]".includes(text[cursor.pos]!)) {
      uri += text[cursor.pos++];
    } else {
      return uri;
    }
  }
}

/** Scans the `%` escapes of one character. */
function scanUriEscapes(cursor: Cursor): string {
  const start = cursor.pos;
  const octets: number[] = [];
  let length = 1;
  while (octets.length < length) {
    const { text, pos } = cursor;
    const octet = hexValue(text.charCodeAt(pos + 1)) * 16 + hexValue(text.charCodeAt(pos + 2));
    if (
      text.charCodeAt(pos) !== PERCENT || hexValue(text.charCodeAt(pos + 1)) < 0 ||
      hexValue(text.charCodeAt(pos + 2)) < 0
    ) {
      cursor.fail("an escaped character of a tag is incomplete", start);
    }
    if (octets.length === 0) length = utf8Length(octet);
    octets.push(octet);
    cursor.pos += 3;
  }
  try {
    return decodeURIComponent(cursor.text.slice(start, cursor.pos));
  } catch {
    return cursor.fail("an escaped character of a tag is not UTF-8", start);
  }
}

function utf8Length(octet: number): number {
  if (octet < 0x80) return 1;
  if (octet < 0xe0) return 2;
  return octet < 0xf0 ? 3 : 4;
}
