/** The operations of a JSON patch, decoded. */

import { fail, type Place } from "../diagnostics/diagnostic.ts";
import { nearestOrAll, validValues } from "../diagnostics/did_you_mean.ts";
import { type JsonObject, type JsonValue, stringIn } from "./value.ts";

const OPERATIONS = ["add", "remove", "replace", "move", "copy", "test"] as const;

export type JsonOperation = ValueOperation | CopyOperation | RemoveOperation;

export interface ValueOperation {
  op: "add" | "replace" | "test";
  path: JsonPointer;
  /** Undefined if the operation has none, which counts as null. A null in the patch is a scalar: see `JsonValue`. */
  value: NonNullable<JsonValue> | undefined;
}

export interface CopyOperation {
  op: "move" | "copy";
  path: JsonPointer;
  from: JsonPointer;
}

export interface RemoveOperation {
  op: "remove";
  path: JsonPointer;
}

/** A path in a document. */
export interface JsonPointer {
  text: string;
  /** The unescaped steps; none if the text has no slash. */
  steps: string[];
  place: Place | undefined;
}

/** Whether `value` has the shape of a patch: a list of objects. Their contents are checked when they are applied. */
export function isJsonPatch(value: JsonValue): boolean {
  if (value === null) return true;
  return value.kind === "array" && value.items.every((item) => item === null || item.kind === "object");
}

/** Decodes the operations of a patch. Throws `invalid-patch`, placed at the invalid operation. */
export function decodeJsonPatch(patch: JsonValue): JsonOperation[] {
  if (patch === null) return [];
  if (patch.kind !== "array") {
    fail("invalid-patch", "a JSON patch must be a list of operations", { place: patch.place });
  }
  return patch.items.map((item) => {
    if (item?.kind !== "object") {
      fail(
        "invalid-patch",
        "an operation of a JSON patch must be an object with 'op' and 'path'",
        { place: patch.place },
      );
    }
    return decodeOperation(item);
  });
}

function decodeOperation(object: JsonObject): JsonOperation {
  const op = decodeOp(object);
  const path = decodePointer(object, "path");
  switch (op) {
    case "remove":
      return { op, path };
    case "move":
    case "copy":
      return { op, path, from: decodePointer(object, "from") };
    default:
      return { op, path, value: decodeValue(object) };
  }
}

function decodeValue({ members, place }: JsonObject): ValueOperation["value"] {
  const value = members.get("value");
  return value === null ? { kind: "scalar", text: "", place } : value;
}

function decodeOp(object: JsonObject): JsonOperation["op"] {
  const op = stringOf(object.members.get("op"));
  const known = OPERATIONS.find((operation) => operation === op);
  if (known !== undefined) return known;
  const place = { place: object.members.get("op")?.place ?? object.place };
  if (op === undefined) {
    fail("invalid-patch", "the operation has no 'op'", { ...place, hint: validValues(OPERATIONS) });
  }
  fail("invalid-patch", `unknown operation '${op}' in a JSON patch`, {
    ...place,
    hint: nearestOrAll(op, OPERATIONS),
  });
}

function decodePointer(object: JsonObject, field: "path" | "from"): JsonPointer {
  const value = object.members.get(field);
  const text = stringOf(value);
  if (text === undefined) {
    fail(
      "invalid-patch",
      `the operation needs a string '${field}'`,
      { place: value?.place ?? object.place },
    );
  }
  // Text before the first slash is ignored, as in kustomize.
  return { text, steps: text.split("/").slice(1).map(unescape), place: value?.place };
}

function unescape(step: string): string {
  return step.replace(/~[01]/g, (escape) => escape === "~1" ? "/" : "~");
}

function stringOf(value: JsonValue | undefined): string | undefined {
  return value?.kind === "scalar" && value.text.startsWith('"') ? stringIn(value.text) : undefined;
}
