/** Numbers in plain scalars, as go-yaml reads them: the notations of both YAML 1.1 and Go. */

import type { Dialect } from "./dialect.ts";

const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;
const MAX_UINT64 = 2n ** 64n - 1n;

const DECIMAL = /^[-+]?(?:0|[1-9][0-9]{0,14})$/;
const GO_INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]*|[1-9][0-9]*)$/;
/**
 * After its own prefixes go-yaml passes the rest to Go's parser, which accepts a sign there. v2 has only one of them.
 */
const SIGNED_REST = { v2: /^0b([-+][01]+)$/, v3: /^(?:0b([-+][01]+)|0o([-+][0-7]+))$/ };
const YAML_FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** A number that starts with a dot is passed to Go's parser unchanged, with underscores between digits. */
const DOT_FLOAT = /^\.[0-9](?:_?[0-9])*(?:[eE][-+]?[0-9](?:_?[0-9])*)?$/;

/** Parses an integer: a number if that is exact, otherwise a bigint; undefined if it is not an integer. */
export function parseInteger(text: string, dialect: Dialect): number | bigint | undefined {
  if (DECIMAL.test(text)) return Number(text) || 0;
  const plain = text.replaceAll("_", "");
  const match = GO_INTEGER.exec(plain);
  if (match === null) return parseSignedRest(plain, dialect);
  const magnitude = magnitudeOf(withoutOctalZero(match[2]!));
  if (magnitude === undefined) return undefined;
  const value = match[1] === "-" ? -magnitude : magnitude;
  if (value < MIN_INT64 || value > (match[1] === "" ? MAX_UINT64 : MAX_INT64)) return undefined;
  return narrow(value);
}

/** `0o17` for `017`, in JavaScript's notation. */
function withoutOctalZero(digits: string): string {
  return /^0[0-7]+$/.test(digits) ? "0o" + digits.slice(1) : digits;
}

function parseSignedRest(plain: string, dialect: Dialect): number | bigint | undefined {
  const match = SIGNED_REST[dialect].exec(plain);
  if (match === null) return undefined;
  const rest = (match[1] ?? match[2])!;
  const magnitude = magnitudeOf((match[1] === undefined ? "0o" : "0b") + rest.slice(1));
  if (magnitude === undefined) return undefined;
  const value = rest[0] === "-" ? -magnitude : magnitude;
  return value < MIN_INT64 || value > MAX_INT64 ? undefined : narrow(value);
}

/** No number of 64 bits has more digits, in any base. */
const MAX_DIGITS = 64;

/** Undefined for more digits than 64 bits can have: `BigInt` takes minutes for megabytes of them. */
function magnitudeOf(digits: string): bigint | undefined {
  const [, prefix = "", significant = ""] = /^(0[xXbBoO]|)0*(.*)$/.exec(digits) ?? [];
  return significant.length > MAX_DIGITS ? undefined : BigInt(`${prefix}0${significant}`);
}

function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** Parses a float; undefined if it is not one, or too large. */
export function parseFloat64(text: string): number | undefined {
  const plain = text.startsWith(".") ? text : text.replaceAll("_", "");
  if (!(text.startsWith(".") ? DOT_FLOAT : YAML_FLOAT).test(plain)) return undefined;
  const value = Number(plain.replaceAll("_", ""));
  return Number.isFinite(value) ? value : undefined;
}
