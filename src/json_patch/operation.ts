/** The operations of a JSON patch, decoded. */

import { fail, type Place, placeDetails } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { JsonObject, JsonValue } from "./value.ts";

const OPERATIONS = ["add", "remove", "replace", "move", "copy", "test"] as const;

export interface JsonOperation {
  op: typeof OPERATIONS[number];
  path: JsonPointer;
  /** In `move` and `copy`. */
  from?: JsonPointer;
  /** Absent where the operation gives none. */
  value?: JsonValue;
}

/** A path in a document. */
export interface JsonPointer {
  text: string;
  /** The unescaped steps; none where the text has no slash. */
  steps: string[];
  place: Place | undefined;
}

/** Whether `value` has the shape of a patch: a list of objects. What these say is only looked at when they are applied. */
export function isJsonPatch(value: JsonValue): boolean {
  if (value === null) return true;
  return value.kind === "array" && value.items.every((item) => item === null || item.kind === "object");
}

/** Decodes the operations of a patch. Throws `invalid-patch` with the place of the one at fault. */
export function decodeJsonPatch(patch: JsonValue): JsonOperation[] {
  if (patch === null) return [];
  if (patch.kind !== "array") {
    fail("invalid-patch", "a JSON patch must be a list of operations", placeDetails(patch.place));
  }
  return patch.items.map((item) => {
    if (item?.kind !== "object") {
      fail(
        "invalid-patch",
        "an operation of a JSON patch must be an object with 'op' and 'path'",
        placeDetails(patch.place),
      );
    }
    return decodeOperation(item);
  });
}

function decodeOperation(object: JsonObject): JsonOperation {
  const op = decodeOp(object);
  const operation: JsonOperation = { op, path: decodePointer(object, "path") };
  if (op === "move" || op === "copy") operation.from = decodePointer(object, "from");
  const value = object.members.get("value");
  if (value !== undefined) operation.value = value ?? { kind: "scalar", text: "", place: object.place };
  return operation;
}

function decodeOp(object: JsonObject): JsonOperation["op"] {
  const op = textOf(object.members.get("op"));
  const known = OPERATIONS.find((operation) => operation === op);
  if (known !== undefined) return known;
  const place = placeDetails(object.members.get("op")?.place ?? object.place);
  if (op === undefined) {
    fail("invalid-patch", "the operation has no 'op'", { ...place, hint: `one of ${OPERATIONS.join(", ")}` });
  }
  const near = nearest(op, OPERATIONS);
  fail("invalid-patch", `unknown operation '${op}' in a JSON patch`, {
    ...place,
    hint: near === undefined ? `one of ${OPERATIONS.join(", ")}` : `did you mean '${near}'?`,
  });
}

function decodePointer(object: JsonObject, field: "path" | "from"): JsonPointer {
  const value = object.members.get(field);
  const text = textOf(value);
  if (text === undefined) {
    fail(
      "invalid-patch",
      `the operation needs a '${field}' that is a text`,
      placeDetails(value?.place ?? object.place),
    );
  }
  // What stands before the first slash is ignored, as in kustomize.
  return { text, steps: text.split("/").slice(1).map(unescape), place: value?.place };
}

function unescape(step: string): string {
  return step.replace(/~[01]/g, (escape) => escape === "~1" ? "/" : "~");
}

function textOf(value: JsonValue | undefined): string | undefined {
  return value?.kind === "scalar" && value.text.startsWith('"') ? JSON.parse(value.text) : undefined;
}
