/** Directives: `%YAML 1.1` and `%TAG !name! prefix`, before the `---` of a document. */

import { HASH, isBlank, isBlankOrEnd, isBreakOrEnd, PERCENT } from "../../text/chars.ts";
import { type Cursor, skipToToken } from "../scan/cursor.ts";
import { scanTagHandle, scanTagUri } from "../scan/properties.ts";

export function isDirective(cursor: Cursor, code: number): boolean {
  return code === PERCENT && cursor.pos === cursor.lineStart;
}

/** Parses the directives before a `---`. Adds the tag handles that they declare. */
export function readDirectives(cursor: Cursor, firstCode: number, handles: Map<string, string>): number {
  const declared = new Set<string>();
  for (let code = firstCode;; code = skipToToken(cursor)) {
    if (!isDirective(cursor, code)) return code;
    const start = cursor.pos;
    const { name, value } = scanDirective(cursor);
    if (declared.has(name)) cursor.fail(`a second directive ${name}`, start);
    declared.add(name);
    if (name !== "%YAML") handles.set(name, value);
    else if (!/^0?1\.0?1$/.test(value)) cursor.fail("only YAML 1.1 can be declared", start);
  }
}

/** Moves past a directive: `%YAML` with its version, or a tag handle with its prefix. */
export function scanDirective(cursor: Cursor): { name: string; value: string } {
  const start = cursor.pos++;
  cursor.keyAllowed = false;
  const name = readWord(cursor);
  skipBlanks(cursor);
  const directive = name === "YAML" ? scanVersion(cursor) : name === "TAG" ? scanTagDirective(cursor) : undefined;
  if (directive === undefined) cursor.fail(`unknown directive %${name}`, start);
  skipBlanks(cursor);
  const code = cursor.text.charCodeAt(cursor.pos);
  if (code !== HASH && !isBreakOrEnd(code)) cursor.fail("only a comment can follow a directive on its line");
  return directive;
}

function scanVersion(cursor: Cursor): { name: string; value: string } {
  const value = /^[0-9]{1,2}\.[0-9]{1,2}(?![0-9])/.exec(cursor.text.slice(cursor.pos, cursor.pos + 6))?.[0];
  if (value === undefined) cursor.fail("expected a version such as 1.1 after %YAML");
  cursor.pos += value.length;
  return { name: "%YAML", value };
}

function scanTagDirective(cursor: Cursor): { name: string; value: string } {
  const start = cursor.pos;
  const name = scanTagHandle(cursor);
  if (!name.startsWith("!") || !name.endsWith("!") || !isBlank(cursor.text.charCodeAt(cursor.pos))) {
    cursor.fail("expected a tag handle such as !name!", start);
  }
  skipBlanks(cursor);
  const value = scanTagUri(cursor);
  if (value === "" || !isBlankOrEnd(cursor.text.charCodeAt(cursor.pos))) {
    cursor.fail("expected the prefix of the tag handle", start);
  }
  return { name, value };
}

function readWord(cursor: Cursor): string {
  const { text, pos: start } = cursor;
  while (!isBlank(text.charCodeAt(cursor.pos)) && !isBreakOrEnd(text.charCodeAt(cursor.pos))) cursor.pos++;
  return text.slice(start, cursor.pos);
}

function skipBlanks(cursor: Cursor): void {
  while (isBlank(cursor.text.charCodeAt(cursor.pos))) cursor.pos++;
}
