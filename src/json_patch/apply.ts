/**
 * Applies JSON patches (RFC 6902) like kustomize's library, evanphx/json-patch v4.13.
 *
 * It is as lenient as that library: `replace` adds a missing key, `copy` from a missing key writes null, a missing
 * `value` is null, text before the first `/` of a path is ignored, and indexes may be negative or signed.
 */

import { fail } from "../diagnostics/diagnostic.ts";
import { describeFound, hintOfMissingKey, hintOfSpelling } from "./apply_hints.ts";
import { copyJson, type JsonArray, jsonEquals, type JsonObject, type JsonValue } from "./value.ts";
import { grow } from "../yaml/value/growth.ts";
import type { CopyOperation, JsonOperation, JsonPointer, ValueOperation } from "./operation.ts";

/** A value that contains others: an object by keys, a list by indexes. */
type Container = JsonObject | JsonArray;

/** The target of a path: the container of the value, and its key there. */
interface Slot {
  pointer: JsonPointer;
  container: Container;
  key: string;
}

/**
 * Applies `operations` in order and returns the new document; `document` is modified. Throws `patch-does-not-apply`, or
 * `patch-test-failed` if a `test` finds another value.
 *
 * @param subject What is patched, for messages: `Deployment web`.
 * @param observer Is told of the keys that are written.
 */
export function applyJsonPatch(
  document: Container,
  operations: readonly JsonOperation[],
  subject: string,
  observer?: WriteObserver,
): Container {
  const patch = new Application(document, subject, observer);
  for (const operation of operations) patch.apply(operation);
  return patch.document;
}

/** Is told of the keys that operations write. */
export interface WriteObserver {
  /** An operation is about to write `key` of `object`, which may lack it. */
  writing(operation: JsonOperation, object: JsonObject, key: string): void;
}

class Application {
  document: Container;
  readonly #subject: string;
  readonly #observer: WriteObserver | undefined;

  constructor(document: Container, subject: string, observer: WriteObserver | undefined) {
    this.document = document;
    this.#subject = subject;
    this.#observer = observer;
  }

  apply(operation: JsonOperation): void {
    switch (operation.op) {
      case "add":
        return this.#add(operation, operation.path, operation.value ?? null);
      case "remove":
        return this.#remove(operation, operation.path);
      case "replace":
        return this.#replace(operation);
      case "move": {
        const value = this.#get(operation, operation.from);
        this.#remove(operation, operation.from);
        return this.#add(operation, operation.path, value);
      }
      case "copy":
        return this.#add(operation, operation.path, this.#copy(operation));
      case "test":
        return this.#test(operation);
    }
  }

  /** Copies of copies double, so all copies of a build share one limit. */
  #copy(operation: CopyOperation): JsonValue {
    const { place } = operation.path;
    const growth = place?.source.growth ?? { nodes: 0, characters: 0 };
    // A JSON value takes about as much memory as four nodes.
    const count = (characters: number) => grow(growth, { nodes: 4, characters }, "copies", place);
    return copyJson(this.#get(operation, operation.from), count);
  }

  #add(operation: JsonOperation, pointer: JsonPointer, value: JsonValue): void {
    const slot = this.#slot(operation, pointer);
    const { container, key } = slot;
    if (container.kind === "object") this.#put(operation, container, key, value);
    else if (key === "-") container.items.push(value);
    else container.items.splice(this.#index(operation, slot, container, container.items.length + 1), 0, value);
  }

  #remove(operation: JsonOperation, pointer: JsonPointer): void {
    const slot = this.#slot(operation, pointer);
    const { container, key } = slot;
    if (container.kind === "array") {
      container.items.splice(this.#index(operation, slot, container), 1);
    } else if (!container.members.delete(key)) {
      this.#failMissingKey(operation, pointer, container, key);
    }
  }

  #replace(operation: ValueOperation): void {
    const { path } = operation;
    const value = operation.value ?? null;
    if (path.text === "") {
      if (value === null || value.kind === "scalar") {
        this.#fail(operation, "only an object or a list can replace the whole document");
      }
      this.document = value;
      return;
    }
    const slot = this.#slot(operation, path);
    const { container, key } = slot;
    if (container.kind === "object") this.#put(operation, container, key, value);
    else container.items[this.#index(operation, slot, container)] = value;
  }

  #put(operation: JsonOperation, object: JsonObject, key: string, value: JsonValue): void {
    this.#observer?.writing(operation, object, key);
    object.members.set(key, value);
  }

  #test(operation: ValueOperation): void {
    const { path, value } = operation;
    const found = path.text === "" ? this.document : this.#get(operation, path);
    const isNull = value === undefined || (value.kind === "scalar" && value.text === "");
    const isEqual = found === null ? isNull : value !== undefined && this.#equals(operation, found, value);
    if (!isEqual) this.#failTest(operation, found);
  }

  #equals(operation: JsonOperation, found: JsonValue, value: JsonValue): boolean {
    try {
      return jsonEquals(found, value);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#fail(operation, error.message);
    }
  }

  /** The value at a path; null if an object lacks the key. */
  #get(operation: JsonOperation, pointer: JsonPointer): JsonValue {
    const slot = this.#slot(operation, pointer);
    const { container, key } = slot;
    if (container.kind === "object") return container.members.get(key) ?? null;
    return container.items[this.#index(operation, slot, container)] ?? null;
  }

  #slot(operation: JsonOperation, pointer: JsonPointer): Slot {
    const key = pointer.steps.at(-1);
    if (key === undefined) {
      this.#fail(operation, `the path '${pointer.text}' must start with a slash`);
    }
    let container: Container = this.document;
    for (const step of pointer.steps.slice(0, -1)) {
      const next: JsonValue = container.kind === "object"
        ? container.members.get(step) ?? null
        : container.items[indexOf(step, container.items.length) ?? -1] ?? null;
      if (next === null || next.kind === "scalar") this.#failStep(operation, pointer, container, step, next);
      container = next;
    }
    return { pointer, container, key };
  }

  /** The index that the last step of a path refers to, in a list with room for `size` values. */
  #index(operation: JsonOperation, { pointer, key }: Slot, list: JsonArray, size = list.items.length): number {
    const index = indexOf(key, size);
    if (index !== undefined) return index;
    const what = size > list.items.length ? "'-' or an index" : "an index";
    this.#fail(
      operation,
      `'${key}' at the end of ${pointer.text} is not ${what} of the list (length ${list.items.length})`,
    );
  }

  #failStep(
    operation: JsonOperation,
    pointer: JsonPointer,
    container: Container,
    step: string,
    found: JsonValue,
  ): never {
    if (found !== null) this.#fail(operation, `'${step}' in ${pointer.text} is neither an object nor a list`);
    if (container.kind === "object") this.#failMissingKey(operation, pointer, container, step);
    this.#fail(
      operation,
      `'${step}' in ${pointer.text} is not an index of the list (length ${container.items.length})`,
    );
  }

  #failMissingKey(operation: JsonOperation, pointer: JsonPointer, object: JsonObject, key: string): never {
    this.#fail(operation, `there is no '${key}' for ${pointer.text}`, hintOfMissingKey(pointer, object, key));
  }

  #failTest({ path, value }: ValueOperation, found: JsonValue): never {
    const where = path.text || "the root";
    fail("patch-test-failed", `the value at ${where} of ${this.#subject} is not what the patch tests for`, {
      place: path.place,
      notes: [{ message: `found: ${describeFound(found)}`, place: found?.place }],
      hint: hintOfSpelling(found, value),
    });
  }

  #fail(operation: JsonOperation, reason: string, hint?: string): never {
    const pointer = operation.op === "copy" || operation.op === "move" ? operation.from : operation.path;
    fail("patch-does-not-apply", `cannot ${operation.op} in ${this.#subject}: ${reason}`, {
      place: pointer.place,
      hint,
    });
  }
}

/** The index of a step in a list of length `size`, parsed like Go's Atoi; negative ones count from the end. */
function indexOf(step: string, size: number): number | undefined {
  if (!/^[-+]?[0-9]+$/.test(step)) return undefined;
  const index = Number(step);
  if (index >= size || index < -size) return undefined;
  return index < 0 ? index + size : index;
}
