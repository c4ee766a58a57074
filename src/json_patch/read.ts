/** Reads the text of a JSON patch, which may be JSON or YAML. */

import { KustError } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { decodeJsonPatch, isJsonPatch, type JsonOperation } from "./operation.ts";
import { patchToJson } from "./nodes.ts";
import { parseJson } from "./text.ts";
import type { JsonValue } from "./value.ts";

/**
 * A JSON patch whose operations are decoded on first use, so that an invalid patch that is never applied is not an
 * error.
 */
export class JsonPatch {
  readonly #value: JsonValue;
  #operations: readonly JsonOperation[] | undefined;

  constructor(value: JsonValue) {
    this.#value = value;
  }

  get isEmpty(): boolean {
    return this.#value?.kind !== "array" || this.#value.items.length === 0;
  }

  /** Throws `invalid-patch`. */
  get operations(): readonly JsonOperation[] {
    return this.#operations ??= decodeJsonPatch(this.#value);
  }
}

/**
 * Reads a JSON patch. Text that starts with `[` must be strict JSON; other text is YAML, of which the first document
 * counts. Throws `json-syntax`, `yaml-syntax`, and `invalid-patch` if it is not a list of objects.
 */
export function readJsonPatch(source: Source): JsonPatch {
  const value = readJsonValue(source);
  if (!isJsonPatch(value)) decodeJsonPatch(value);
  return new JsonPatch(value);
}

/** The value of a text, which need not be a patch. */
export function readJsonValue(source: Source): JsonValue {
  return isJson(source) ? readJson(source) : readYaml(source);
}

/**
 * Whether a text is a list, and so not a strategic merge patch: its first document is a nonempty list. What go-yaml v2
 * cannot read, such as a tab between comments, may still be a strategic merge patch.
 */
export function isList(source: Source): boolean {
  if (isJson(source)) return true;
  try {
    const document = parseDocument(source, { uniqueKeys: false });
    return document?.kind === "sequence" && document.items.length > 0;
  } catch (error) {
    if (error instanceof KustError) return false;
    throw error;
  }
}

/** kustomize looks at the first byte, which differs in UTF-16. */
function isJson({ text, encoding }: Source): boolean {
  return text.startsWith("[") && !encoding.isUtf16;
}

function readJson(source: Source): JsonValue {
  try {
    return parseJson(source);
  } catch (error) {
    if (!(error instanceof KustError)) throw error;
    const hint = "a patch that starts with '[' must be JSON throughout; to write YAML, begin each operation with '- '";
    throw error.with({ hint });
  }
}

function readYaml(source: Source): JsonValue {
  const document = parseDocument(source, { uniqueKeys: false });
  return document === undefined ? null : patchToJson(document);
}
