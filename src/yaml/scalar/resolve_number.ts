/** Numbers as go-yaml reads them from plain scalars: YAML 1.1's and Go's notations together. */

import type { Dialect } from "../tree/node.ts";

const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;
const MAX_UINT64 = 2n ** 64n - 1n;

const DECIMAL = /^[-+]?(?:0|[1-9][0-9]{0,14})$/;
const GO_INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]*|[1-9][0-9]*)$/;
/** After its own prefixes go-yaml hands the rest to Go's parser, which takes a sign there. v2 has but one of them. */
const SIGNED_REST = { v2: /^0b([-+][01]+)$/, v3: /^(?:0b([-+][01]+)|0o([-+][0-7]+))$/ };
const YAML_FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** A number that starts with a dot goes to Go's parser as it is, underscores between digits included. */
const DOT_FLOAT = /^\.[0-9](?:_?[0-9])*(?:[eE][-+]?[0-9](?:_?[0-9])*)?$/;

/** The integer that `text` stands for: a number where that is exact, else a bigint; undefined where it is none. */
export function parseInteger(text: string, dialect: Dialect): number | bigint | undefined {
  if (DECIMAL.test(text)) return Number(text) || 0;
  const plain = text.replaceAll("_", "");
  const match = GO_INTEGER.exec(plain);
  if (match === null) return parseSignedRest(plain, dialect);
  const magnitude = BigInt(withoutOctalZero(match[2]!));
  const value = match[1] === "-" ? -magnitude : magnitude;
  if (value < MIN_INT64 || value > (match[1] === "" ? MAX_UINT64 : MAX_INT64)) return undefined;
  return narrow(value);
}

/** `0o17` for `017`, which is how JavaScript reads it. */
function withoutOctalZero(digits: string): string {
  return /^0[0-7]+$/.test(digits) ? "0o" + digits.slice(1) : digits;
}

function parseSignedRest(plain: string, dialect: Dialect): number | bigint | undefined {
  const match = SIGNED_REST[dialect].exec(plain);
  if (match === null) return undefined;
  const rest = (match[1] ?? match[2])!;
  const magnitude = BigInt((match[1] === undefined ? "0o" : "0b") + rest.slice(1));
  const value = rest[0] === "-" ? -magnitude : magnitude;
  return value < MIN_INT64 || value > MAX_INT64 ? undefined : narrow(value);
}

function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** The float that `text` stands for; undefined where it is none, or too large. */
export function parseFloat64(text: string): number | undefined {
  const plain = text.startsWith(".") ? text : text.replaceAll("_", "");
  if (!(text.startsWith(".") ? DOT_FLOAT : YAML_FLOAT).test(plain)) return undefined;
  const value = Number(plain.replaceAll("_", ""));
  return Number.isFinite(value) ? value : undefined;
}
