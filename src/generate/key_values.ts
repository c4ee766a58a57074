/** Keys and values of a generated ConfigMap or Secret, from literals, files and env files. */

import { baseName } from "../text/paths.ts";
import { type Details, fail, type Place } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import type { GeneratorArgs, Text } from "../kustomization/types.ts";
import { atPlace } from "../yaml/tree/place.ts";
import { decodeUtf8 } from "../text/bytes/utf8.ts";
import { lineStarts } from "../text/lines.ts";
import { trimLeadingSpace } from "../text/white_space.ts";

/** Files that a kustomization names at `place`. */
export interface KeyFiles {
  bytes(path: string, place?: Place): Uint8Array;
  text(path: string, place?: Place): Source;
}

/** A value is text if its bytes are valid UTF-8; otherwise the bytes. */
export type KeyValues = Map<string, string | Uint8Array>;

/** Where a key comes from: a literal; a file; or a line, counted from 1, of an env file. */
export interface KeyOrigin {
  /** The literal, or what names the file. */
  text: Text;
  path?: string;
  line?: number;
}

/** All pairs of `args`: env files first, then literals, then files. Fails on a repeated key. */
export function keyValues(
  args: GeneratorArgs,
  files: KeyFiles,
  onKey?: (key: string, origin: KeyOrigin) => void,
): KeyValues {
  const pairs: KeyValues = new Map();
  const add = (key: string, value: string | Uint8Array, origin: KeyOrigin) => {
    if (pairs.has(key)) {
      fail("duplicate-key", `'${args.name}' has the key '${key}' twice`, {
        ...atOrigin(origin, files),
        hint: "remove or rename one",
      });
    }
    pairs.set(key, value);
    onKey?.(key, origin);
  };
  for (const env of args.envs) {
    for (const [key, value, line] of envPairs(env, files)) add(key, value, { text: env, path: env.value, line });
  }
  for (const literal of args.literals) {
    const [key, value] = literalPair(literal);
    add(key, value, { text: literal });
  }
  for (const file of args.files) {
    const [key, path] = fileKeyAndPath(file);
    const bytes = files.bytes(path, atPlace(file.node).place);
    add(key, decodeUtf8(bytes) ?? bytes, { text: file, path });
  }
  return pairs;
}

function literalPair(literal: Text): [key: string, value: string] {
  const { value } = literal;
  const equals = value.indexOf("=");
  if (equals <= 0) {
    const meant = /^([^\s:=]+):\s*(.*)$/s.exec(value);
    fail("invalid-literal", `expected KEY=VALUE, got '${value}'`, {
      ...atPlace(literal.node),
      hint: meant === null ? "separate the key and the value with '='" : `write '${meant[1]}=${meant[2]}'`,
    });
  }
  return [value.slice(0, equals), withoutQuotes(value.slice(equals + 1))];
}

/** Removes one pair of equal quotes around the whole text. */
function withoutQuotes(text: string): string {
  const first = text[0];
  const quoted = text.length > 1 && first === text.at(-1) && (first === '"' || first === "'");
  return quoted ? text.slice(1, -1) : text;
}

/** Splits `key=path`; without a key, the last part of the path is the key. */
export function fileKeyAndPath(source: Text): [key: string, path: string] {
  const parts = source.value.split("=");
  const [key = "", path] = parts;
  if (path === undefined) return [baseName(source.value), source.value];
  if (parts.length > 2) {
    fail("invalid-file-source", `the file source '${source.value}' has more than one '='`, {
      ...atPlace(source.node),
      hint: "a key or file name cannot contain '='",
    });
  }
  if (key === "") {
    fail("invalid-file-source", `no key before '=' in the file source '${source.value}'`, atPlace(source.node));
  }
  if (path === "") {
    fail("invalid-file-source", `no path after '=' in the file source '${source.value}'`, atPlace(source.node));
  }
  return [key, path];
}

export function atOrigin(origin: KeyOrigin, files: KeyFiles): Details {
  return origin.line === undefined ? atPlace(origin.text.node) : atLine(origin, files);
}

/** The place of a line in a file, which may hold a secret. */
export function atLine({ text, path = "", line = 1 }: KeyOrigin, files: KeyFiles): Details {
  const source = files.text(path, atPlace(text.node).place);
  return { place: { source, offset: lineStarts(source.text)[line - 1] ?? 0 }, hidesLine: true };
}

/** kustomize reads lines with a buffer of this many bytes, and silently stops at a longer line. */
const LINE_LIMIT = 65536;

function* envPairs(file: Text, files: KeyFiles): Iterable<[key: string, value: string, line: number]> {
  const content = files.bytes(file.value, atPlace(file.node).place);
  let number = 0;
  for (let start = 0; start < content.length;) {
    const feed = content.indexOf(10, start);
    const end = feed < 0 ? content.length : feed;
    if (end - start >= LINE_LIMIT) return;
    number++;
    const pair = envPair(envLine(content.subarray(start, end), number, file, files));
    if (pair !== undefined) yield [...pair, number];
    start = end + 1;
  }
}

function envLine(bytes: Uint8Array, line: number, text: Text, files: KeyFiles): string {
  const decoded = decodeUtf8(bytes);
  if (decoded === undefined) {
    fail("invalid-utf8", `line ${line} of the env file '${text.value}' is not UTF-8`, {
      ...atLine({ text, path: text.value, line }, files),
      hint: "save it as UTF-8, or use 'files' for binary data",
    });
  }
  const content = line === 1 && decoded.startsWith("\uFEFF") ? decoded.slice(1) : decoded;
  return content.endsWith("\r") ? content.slice(0, -1) : content;
}

/** A key alone has an empty value; comments, empty lines and lines that begin with '=' are skipped. */
function envPair(line: string): [key: string, value: string] | undefined {
  const text = trimLeadingSpace(line);
  if (text === "" || text.startsWith("#") || text.startsWith("=")) return undefined;
  const equals = text.indexOf("=");
  return equals === -1 ? [text, ""] : [text.slice(0, equals), text.slice(equals + 1)];
}
