/** A scalar as kustomize writes it: its value after all of kustomize's conversions. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { analyze, LOST_IN_JSON, MULTILINE, NO_BLOCK } from "../scalar/analyze.ts";
import { TAB } from "../../text/chars.ts";
import { atPlace } from "../tree/place.ts";
import type { Node, Scalar } from "../tree/node.ts";
import { failOnKey } from "../value/unique_keys.ts";
import { SIMPLE_KEY_LIMIT } from "../tree/limits.ts";
import { encodeJsonString, formatFloatFromJson } from "../../text/go_values.ts";
import { isSimpleKey, printString, printUnfolded } from "./print_string.ts";
import { isPlainWord, resolvePlain, resolveScalar } from "../scalar/resolve.ts";
import { refold, REFUSED_AFTER_JSON, throughJson } from "../scalar/round_trip.ts";

/** ASCII keys up to this length are always simple. */
const SHORT_KEY = 64;

/** The length of the longest escape in JSON: `\u0000`. */
const LONGEST_ESCAPE = 6;

/**
 * How kustomize brings a value to the JSON that it prints: in go-yaml v3's text, in a block or inside brackets; or
 * decoded without such a text, which keeps what the text would change.
 */
export type Passage = "block" | "brackets" | "decoded";

/** Prints a value that starts in column `column`, with further lines indented by `indent`. */
export function printScalar(scalar: Scalar, column: number, indent: number, passage: Passage): string {
  if ((scalar.tag === "" || scalar.tag === "!!str") && isPlainWord(scalar.value)) return scalar.value;
  const isText = scalar.tag === "" && scalar.style !== "plain" && !(passage === "decoded" && scalar.isTyped);
  if (isText) return printText(scalar, scalar.value, column, indent, passage);
  // go-yaml v3 writes an empty plain scalar as '' inside brackets, which makes it text.
  if (passage === "brackets" && scalar.value === "" && scalar.tag === "") return '""';
  const resolved = scalar.tag === "" ? resolvePlain(scalar.value) : resolveScalar(scalar);
  if (resolved === undefined) return printText(scalar, scalar.value, column, indent, passage);
  const { tag, value } = resolved;
  switch (typeof value) {
    case "string":
      if (tag === "!!timestamp") checkZone(scalar, value);
      return printText(scalar, value, column, indent, passage);
    case "number":
      return tag === "!!int" ? String(value) : formatFloatFromJson(checkFinite(scalar, value));
    case "object":
      return "null";
    default:
      return String(value);
  }
}

/** A text after kustomize has written and read it, which may change it or fail. */
function printText(scalar: Scalar, text: string, column: number, indent: number, passage: Passage): string {
  const flags = analyze(text);
  const asRead = passage === "block" && scalar.tag !== "!!binary" ? writtenAndRead(scalar, text, flags) : text;
  const carried = (flags & LOST_IN_JSON) === 0 ? asRead : throughJson(checkForJson(scalar, asRead));
  return printString(carried, carried === text ? flags : analyze(carried), column, indent);
}

/** A text, outside of brackets, after go-yaml v3 has written and read it. Fails if it cannot read what it writes. */
export function writtenAndRead(scalar: Scalar, text: string, flags = analyze(text)): string {
  if (!isWrittenAsBlock(scalar, flags)) return text;
  if (text.charCodeAt(0) === TAB) {
    failUnsupported(scalar, "a multi-line string that starts with a tab cannot be written", INDENT_WITH_SPACES);
  }
  return scalar.style === "folded" ? refold(text) : text;
}

function checkForJson(scalar: Scalar, text: string): string {
  if (REFUSED_AFTER_JSON.test(text)) {
    failUnsupported(scalar, "a string with control characters that JSON does not escape cannot be written");
  }
  return text;
}

/** Whether go-yaml v3 writes the scalar as `|` or `>`. */
export function isWrittenAsBlock({ style, value }: Scalar, flags = analyze(value)): boolean {
  if (style === "single" || style === "double" || (flags & NO_BLOCK) !== 0) return false;
  return style !== "plain" || value.includes("\n");
}

/** Go's JSON rejects an offset of 24 hours. */
function checkZone(scalar: Scalar, timestamp: string): void {
  if (/[-+]2[4-9]:..$/.test(timestamp)) {
    failUnsupported(scalar, "the offset of a time zone must be less than 24 hours");
  }
}

/** The text of a key before its colon; "" if it needs a `?`. Fails if kustomize cannot write the key. */
export function printKey(key: Node, isRoot: boolean): string {
  if (key.kind === "scalar" && key.tag === "" && key.value.length <= SHORT_KEY && isPlainWord(key.value)) {
    return key.value;
  }
  const text = isRoot ? printedRootKey(key) : printedKey(key);
  return isSimpleKey(text) ? printUnfolded(text) : "";
}

/**
 * The text of a key, in JSON's form for an integer or a timestamp. Fails on other keys, which kustomize cannot write.
 */
export function printedKey(key: Node): string {
  if (key.kind !== "scalar") failOnKey(key);
  if (isTextKey(key)) return checkKey(key, key.value);
  const { tag, value } = resolveScalar(key);
  if (tag === "!!int") return String(value);
  if (tag === "!!binary") return checkKey(key, String(value));
  if (tag !== "!!timestamp") failOnKey(key);
  checkZone(key, String(value));
  return String(value);
}

export function isTextKey(key: Node): boolean {
  if (key.kind !== "scalar") return false;
  const { tag, value, style } = key;
  if (tag !== "") return tag === "!!str" || tag === "!!merge";
  return style !== "plain" || value === "" || resolvePlain(value) === undefined;
}

/** The text of a top-level key of a resource: go-yaml accepts anything, and passes over null. */
export function printedRootKey(key: Node): string {
  if (key.kind !== "scalar") return printedKey(key);
  const { tag, value } = resolveScalar(key);
  return checkKey(key, tag === "!!binary" ? String(value) : key.value);
}

/** go-yaml v2 reads JSON as YAML, in which a key's colon must be near and on the same line. */
function checkKey(key: Scalar, text: string): string {
  if (text.length * LONGEST_ESCAPE > SIMPLE_KEY_LIMIT && [...encodeJsonString(text)].length > SIMPLE_KEY_LIMIT) {
    failUnsupported(key, `a key of more than ${SIMPLE_KEY_LIMIT} characters cannot be written`);
  }
  const flags = analyze(text);
  if ((flags & LOST_IN_JSON) !== 0) {
    failUnsupported(key, "a key with control characters that JSON does not escape cannot be written");
  }
  if (text.charCodeAt(0) === TAB && (flags & MULTILINE) !== 0 && isWrittenAsBlock(key, flags)) {
    failUnsupported(key, "a multi-line key that starts with a tab cannot be written", INDENT_WITH_SPACES);
  }
  return key.style === "folded" && isWrittenAsBlock(key, flags) ? refold(text) : text;
}

function checkFinite(scalar: Scalar, value: number): number {
  if (Number.isFinite(value)) return value;
  return failUnsupported(scalar, `${scalar.value} has no JSON form and cannot be written`);
}

const INDENT_WITH_SPACES = "indent the first line with spaces";

function failUnsupported(scalar: Scalar, message: string, hint?: string): never {
  fail("unsupported-yaml", message, { ...atPlace(scalar), hint });
}
