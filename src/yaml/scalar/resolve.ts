/** Resolves the meaning of a scalar, its tag and value, with go-yaml's tables. */

import { DOT } from "../../text/chars.ts";
import { fail, type Note, type Place } from "../../diagnostics/diagnostic.ts";
import { atPlace } from "../tree/place.ts";
import type { Dialect } from "./dialect.ts";
import type { Node, Scalar } from "../tree/node.ts";
import { parseFloat64, parseInteger } from "./resolve_number.ts";
import { parseTimestamp } from "./resolve_timestamp.ts";
import { decodeBase64 } from "../../text/bytes/base64.ts";
import { decodeUtf8Lossy } from "../../text/bytes/utf8.ts";
import { describeTag } from "../tree/describe.ts";

/**
 * Integers that a number cannot represent exactly are bigints; timestamps are RFC 3339 text, binaries their decoded
 * text.
 */
export type ScalarValue = null | boolean | number | bigint | string;

export interface Resolved {
  tag: string;
  value: ScalarValue;
}

const NULLS = ["~", "null", "Null", "NULL"];
const BOOLEANS: Record<string, boolean> = {
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
};
const V2_BOOLEANS: Record<string, boolean> = {
  ...BOOLEANS,
  ...{ y: true, Y: true, yes: true, Yes: true, YES: true, on: true, On: true, ON: true },
  ...{ n: false, N: false, no: false, No: false, NO: false, off: false, Off: false, OFF: false },
};
const FLOAT_WORDS: Record<string, number> = {
  ...{ ".nan": NaN, ".NaN": NaN, ".NAN": NaN },
  ...{ ".inf": Infinity, ".Inf": Infinity, ".INF": Infinity },
  ...{ "+.inf": Infinity, "+.Inf": Infinity, "+.INF": Infinity },
  ...{ "-.inf": -Infinity, "-.Inf": -Infinity, "-.INF": -Infinity },
};

const WORD = 1;
const NUMBER = 2;

const WORDS_V2 = new Map<string, Resolved>(wordEntries(V2_BOOLEANS));
const WORDS_V3 = new Map<string, Resolved>(wordEntries(BOOLEANS));

function wordEntries(booleans: Record<string, boolean>): [string, Resolved][] {
  return [
    ...NULLS.map((word): [string, Resolved] => [word, { tag: "!!null", value: null }]),
    ...Object.entries(booleans).map(([word, value]): [string, Resolved] => [word, { tag: "!!bool", value }]),
    ...Object.entries(FLOAT_WORDS).map(([word, value]): [string, Resolved] => [word, { tag: "!!float", value }]),
  ];
}

/** The length of the longest word. */
const LONGEST_WORD = 5;

/** By first character of a text: 1 if it may be one of the words, 2 if it may be a number, 3 for both. */
const FIRST = firstTable();

function firstTable(): Uint8Array {
  const table = new Uint8Array(128);
  for (const char of "yYnNtTfFoO~") table[char.charCodeAt(0)] = WORD;
  for (const char of "0123456789") table[char.charCodeAt(0)] = NUMBER;
  for (const char of "+-.") table[char.charCodeAt(0)] = WORD | NUMBER;
  return table;
}

/** The meaning of text without quotes and tag; undefined if it is a string. Does not handle `<<`. */
export function resolvePlain(text: string, dialect: Dialect = "v3"): Resolved | undefined {
  if (text === "") return { tag: "!!null", value: null };
  const first = text.charCodeAt(0);
  const kind = first < 128 ? FIRST[first]! : 0;
  if (kind === 0) return undefined;
  if ((kind & WORD) !== 0 && text.length <= LONGEST_WORD) {
    const word = (dialect === "v3" ? WORDS_V3 : WORDS_V2).get(text);
    if (word !== undefined) return word;
  }
  return (kind & NUMBER) !== 0 ? resolveNumber(text, first, dialect) : undefined;
}

function resolveNumber(text: string, first: number, dialect: Dialect): Resolved | undefined {
  if (first !== DOT) {
    const timestamp = parseTimestamp(text);
    if (timestamp !== undefined) return { tag: "!!timestamp", value: timestamp };
    const integer = parseInteger(text, dialect);
    if (integer !== undefined) return { tag: "!!int", value: integer };
  }
  const float = parseFloat64(text);
  return float === undefined ? undefined : { tag: "!!float", value: float };
}

/** The tag and value of a scalar. Fails (`invalid-tag`) if its text does not fit its tag. */
export function resolveScalar(scalar: Scalar, dialect: Dialect = "v3"): Resolved {
  const { tag, value } = scalar;
  switch (tag) {
    case "":
      if (scalar.style !== "plain") return { tag: "!!str", value };
      if (value === "<<") return { tag: "!!merge", value };
      return resolvePlain(value, dialect) ?? { tag: "!!str", value };
    case "!!int":
    case "!!float":
    case "!!bool":
    case "!!null":
    case "!!timestamp":
      return resolveTagged(scalar, dialect);
    case "!!binary":
      return { tag, value: decodeBinary(scalar) };
    default:
      return { tag, value };
  }
}

function resolveTagged(scalar: Scalar, dialect: Dialect): Resolved {
  const resolved = resolvePlain(scalar.value, dialect) ?? { tag: "!!str", value: scalar.value };
  if (resolved.tag === scalar.tag) return resolved;
  if (scalar.tag === "!!float" && resolved.tag === "!!int" && isInt64(resolved.value)) {
    return { tag: "!!float", value: Number(resolved.value) };
  }
  fail(
    "invalid-tag",
    `'${scalar.value}' is ${describeTag(resolved.tag)} and cannot be read as ${describeTag(scalar.tag)}`,
    { ...atPlace(scalar), notes: notesOfWriter(scalar), hint: hintOfTag(scalar) },
  );
}

/** Where texts were asked for that were written over a value of another type. */
const writers = new WeakMap<Scalar, Place>();

/** Notes where the text of a scalar comes from if it does not fit the tag: that is found out when it is read again. */
export function noteWriter(scalar: Scalar, place: Place | undefined): void {
  const fits = scalar.tag === "" || scalar.tag === "!!str" || resolvePlain(scalar.value)?.tag === scalar.tag;
  if (!fits && place !== undefined) writers.set(scalar, place);
}

function notesOfWriter(scalar: Scalar): Note[] {
  const place = writers.get(scalar);
  return place === undefined ? [] : [{ message: "the value is written here", place }];
}

/** A tag that is not in the text comes from a value that has been overwritten. */
function hintOfTag({ source, start, tag }: Scalar): string {
  const isWritten = source?.text.startsWith("!", start);
  return isWritten
    ? `remove the tag ${tag}, or change the value`
    : "a value that overwrites another, in a replacement for example, must have the same type";
}

function isInt64(value: ScalarValue): boolean {
  return typeof value !== "bigint" || value < 2n ** 63n;
}

/** The short tag that go-yaml assigns to a node: the explicit one, or the one its text resolves to. */
export function tagOf(node: Node): string {
  if (node.tag !== "") return node.tag;
  switch (node.kind) {
    case "mapping":
      return "!!map";
    case "sequence":
      return "!!seq";
    case "alias":
      return tagOf(node.target);
  }
  if (node.style !== "plain") return "!!str";
  if (node.value === "<<") return "!!merge";
  return resolvePlain(node.value)?.tag ?? "!!str";
}

/** Whether a node is absent or null. */
export function isNull(node: Node | undefined): boolean {
  return node === undefined || (node.kind === "scalar" && tagOf(node) === "!!null");
}

/**
 * Whether a node is absent, or null by its tag, which is what kustomize checks. Scalars made by a transformer have no
 * tag: they do not count as null, although they may print as null in the end.
 */
export function isTaggedNull(node: Node | undefined): boolean {
  return isNull(node) && !(node?.kind === "scalar" && isMade(node));
}

/** Whether a transformer made the scalar, without a tag. */
export function isMade({ tag, source, isTyped }: Scalar): boolean {
  return tag === "" && source === undefined && !isTyped;
}

/** Whether the first character shows that a text is a string in both dialects. False for the empty text. */
export function isSurelyText(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 128 || FIRST[first] === 0;
}

/**
 * Whether go-yaml v2 would read `text`, without quotes, as something other than itself; such text is printed in quotes.
 */
export function needsQuotes(text: string): boolean {
  if (isSurelyText(text)) return false;
  return resolvePlain(text, "v2") !== undefined || isBase60(text);
}

/** Whether YAML 1.1 reads `text` as neither text nor a date: kyaml quotes such a value, so that it stays text. */
export function isAmbiguous(text: string): boolean {
  const resolved = text === "" ? undefined : resolvePlain(text, "v2");
  return resolved !== undefined && resolved.tag !== "!!timestamp";
}

/** A letter, then characters without a meaning in YAML; a colon has none before another of them. */
const PLAIN_WORD = /^[A-Za-z][\w./@-]*(?::[\w./@-]+)*$/;

/**
 * Whether `text` is one of the strings that both dialects write unchanged in any style: most texts of resources. The
 * engine's search tells faster than the analysis of other texts.
 */
export function isPlainWord(text: string): boolean {
  return PLAIN_WORD.test(text) && !(text.length <= LONGEST_WORD && WORDS_V2.has(text));
}

/** `1:30` and the like, which are numbers in YAML 1.1. */
function isBase60(text: string): boolean {
  return text.includes(":") && /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(text);
}

/** The decoded text of a `!!binary`; bytes that are not UTF-8 become U+FFFD, as in Go's JSON. */
function decodeBinary(scalar: Scalar): string {
  const bytes = decodeBase64(scalar.value.replace(/[\r\n]/g, ""));
  if (bytes !== undefined) return decodeUtf8Lossy(bytes);
  fail("invalid-tag", "the value of !!binary is not base64", atPlace(scalar));
}
