/** Keys and values of a generated ConfigMap or Secret, from literals, files and env files. */

import { baseName } from "../text/paths.ts";
import { fail, type Place } from "../diagnostics/diagnostic.ts";
import type { GeneratorArgs, Text } from "../kustomization/types.ts";
import { atPlace, placeOf } from "../yaml/tree/place.ts";
import { decodeUtf8 } from "../text/bytes/utf8.ts";
import { trimLeadingSpace } from "../text/white_space.ts";

/** Returns the bytes of a file that the kustomization names at `place`. */
export type ReadFile = (path: string, place: Place | undefined) => Uint8Array;

/** A value is text if its bytes are valid UTF-8; otherwise the bytes. */
export type KeyValues = Map<string, string | Uint8Array>;

/** Where a key comes from: a literal; a file; or a line, counted from 1, of an env file. */
export interface KeyOrigin {
  /** The literal, or what names the file. */
  text: Text;
  path?: string;
  line?: number;
}

export type OnKey = (key: string, origin: KeyOrigin) => void;

/** All pairs of `args`: env files first, then literals, then files. Fails on a repeated key. */
export function keyValues(args: GeneratorArgs, readFile: ReadFile, onKey?: OnKey): KeyValues {
  const pairs: KeyValues = new Map();
  const add = (key: string, value: string | Uint8Array, origin: KeyOrigin) => {
    if (pairs.has(key)) {
      fail("duplicate-key", `'${args.name}' has the key '${key}' twice`, {
        ...atPlace(origin.text.node),
        hint: "remove or rename one",
      });
    }
    pairs.set(key, value);
    onKey?.(key, origin);
  };
  for (const env of args.envs) {
    const content = readFile(env.value, env.node && placeOf(env.node));
    for (const [key, value, line] of envPairs(content, env)) add(key, value, { text: env, path: env.value, line });
  }
  for (const literal of args.literals) {
    const [key, value] = literalPair(literal);
    add(key, value, { text: literal });
  }
  for (const file of args.files) {
    const [key, path] = fileKeyAndPath(file);
    const bytes = readFile(path, file.node && placeOf(file.node));
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

/** kustomize reads lines with a buffer of this many bytes, and silently stops at a longer line. */
const LINE_LIMIT = 65536;

function* envPairs(content: Uint8Array, file: Text): Iterable<[key: string, value: string, line: number]> {
  let number = 0;
  for (let start = 0; start < content.length;) {
    const feed = content.indexOf(10, start);
    const end = feed < 0 ? content.length : feed;
    if (end - start >= LINE_LIMIT) return;
    number++;
    const pair = envPair(envLine(content.subarray(start, end), number, file));
    if (pair !== undefined) yield [...pair, number];
    start = end + 1;
  }
}

function envLine(bytes: Uint8Array, number: number, file: Text): string {
  const line = decodeUtf8(bytes);
  if (line === undefined) {
    fail("invalid-utf8", `line ${number} of the env file '${file.value}' is not UTF-8`, {
      ...atPlace(file.node),
      hint: "use 'files' for binary data",
    });
  }
  const text = number === 1 && line.startsWith("\uFEFF") ? line.slice(1) : line;
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}

/** A key alone has an empty value; comments, empty lines and lines that begin with '=' are skipped. */
function envPair(line: string): [key: string, value: string] | undefined {
  const text = trimLeadingSpace(line);
  if (text === "" || text.startsWith("#") || text.startsWith("=")) return undefined;
  const equals = text.indexOf("=");
  return equals === -1 ? [text, ""] : [text.slice(0, equals), text.slice(equals + 1)];
}
