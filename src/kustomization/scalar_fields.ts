/** The values of scalars in configuration files, as Go's JSON decoder takes them. */

import { fail } from "../diagnostics/diagnostic.ts";
import { resolvePlain } from "../yaml/scalar/resolve.ts";
import { REFUSED_AFTER_JSON, throughJson } from "../yaml/scalar/round_trip.ts";
import type { Node, Scalar } from "../yaml/tree/node.ts";
import { atPlace } from "../yaml/tree/place.ts";
import { failWrongType, subjectOf } from "./field_errors.ts";
import { coercedText } from "./json/json_entries.ts";
import { jsonScalar } from "./json/json_scalar.ts";
import type { ReaderMode } from "./reader_mode.ts";

/** A text. @param coerce Whether numbers and booleans are accepted, too. */
export function textOf(node: Node, field: string, mode: ReaderMode, coerce = mode.coerce): string {
  if (node.kind !== "scalar") return failWrongType(field, "a string", node);
  const value = jsonScalar(node, mode.dialect);
  if (typeof value === "string") return carried(value, field, node);
  if (value === null) return "";
  // The JSON in between has no negative zero that is a float.
  if (coerce) return coercedText(value === 0 ? 0 : value);
  return failWrongType(field, "a string", node, `put it in quotes: "${node.value}"`);
}

export function booleanOf(node: Node, field: string, mode: ReaderMode): boolean {
  const flag = node.kind === "scalar" ? flagOf(node, mode) : undefined;
  return typeof flag === "boolean" ? flag : failWrongType(field, "true or false", node);
}

function flagOf(node: Scalar, mode: ReaderMode): unknown {
  const value = jsonScalar(node, mode.dialect);
  const isWord = mode.direct && typeof value === "string" && resolvePlain(value) === undefined;
  return isWord ? resolvePlain(value, "v2")?.value : value;
}

/** An exact 64-bit integer. */
export function integerOf(node: Node, field: string, mode: ReaderMode): number | bigint {
  const number = node.kind === "scalar" ? jsonScalar(node, mode.dialect) : undefined;
  const whole = typeof number === "number" && Number.isInteger(number) ? BigInt(number) : number;
  if (typeof whole !== "bigint" || BigInt.asIntN(64, whole) !== whole) {
    return failWrongType(field, "an integer", node);
  }
  return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole;
}

/** A text as a transformer receives it: kustomize writes the settings as JSON, and reads them with go-yaml v2. */
export function carried(text: string, field: string, node: Node): string {
  if (REFUSED_AFTER_JSON.test(text)) failControl(text, field, node);
  return text.includes("\x85") ? throughJson(text) : text;
}

export function failControl(text: string, field: string, node: Node): never {
  const found = REFUSED_AFTER_JSON.exec(text)?.[0] ?? "\x85";
  const codePoint = `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  fail("unsupported-yaml", `kustomize cannot read the control character ${codePoint} in ${subjectOf(field)}`, {
    ...atPlace(node),
    hint: "move the text into a file",
  });
}
