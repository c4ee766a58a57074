/** Parses JSON strictly, keeping the text and the place of each value. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import { MAX_DEPTH } from "../yaml/tree/limits.ts";
import { Scalar } from "../yaml/tree/node.ts";
import { failDuplicate } from "../yaml/value/unique_keys.ts";
import { type JsonArray, type JsonObject, type JsonValue, stringIn } from "./value.ts";

const BLANKS = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const WORD = /true|false|null/y;
/** A string without escapes, as most are, which needs no other check. */
// deno-lint-ignore no-control-regex
const SIMPLE_STRING = /"[^"\\\x00-\x1f]*"/y;

/** A collection with contents has begun. */
const OPENED = Symbol();

export interface JsonOptions {
  /**
   * The depth from which on equal keys in an object are an error (code `duplicate-key`), and so is half a surrogate
   * pair; the outermost object has 0. Elsewhere the last key counts, and half a pair becomes U+FFFD. Default: none.
   */
  strictFrom?: number;
}

/** The value in `source`. Throws `json-syntax` with its place if it is not JSON. */
export function parseJson(source: Source, { strictFrom = Infinity }: JsonOptions = {}): JsonValue {
  const reader = new JsonReader(source, strictFrom);
  const value = reader.value();
  reader.end();
  return value;
}

class JsonReader {
  readonly #source: Source;
  readonly #strictFrom: number;
  #offset = 0;
  /** The keys of the members that are being read, from the outermost object to the innermost. */
  readonly #keys: string[] = [];
  /** The first occurrence of each key that must be unique. */
  readonly #firsts = new Map<JsonObject["members"], Map<string, Scalar>>();

  constructor(source: Source, strictFrom: number) {
    this.#source = source;
    this.#strictFrom = strictFrom;
    this.#skipBlanks();
  }

  value(): JsonValue {
    // Collections that are not closed wait on a list, as nesting may be deep.
    const open: (JsonObject | JsonArray)[] = [];
    for (;;) {
      let value = this.#begin(open);
      if (value === OPENED) continue;
      for (;;) {
        const around = open.at(-1);
        if (around === undefined) return value;
        this.#put(around, value);
        if (this.#take(",")) break;
        const isObject = around.kind === "object";
        if (!this.#take(isObject ? "}" : "]")) this.#fail(`expected a comma or '${isObject ? "}" : "]"}'`);
        value = around;
        open.pop();
      }
      const around = open.at(-1);
      if (around?.kind === "object") this.#key(around, open.length - 1);
    }
  }

  /** A scalar or an empty collection; `OPENED` for any other collection, which is added to `open`. */
  #begin(open: (JsonObject | JsonArray)[]): JsonValue | typeof OPENED {
    const place = { source: this.#source, offset: this.#offset };
    const first = this.#source.text[this.#offset];
    if (first !== "{" && first !== "[") {
      const text = this.#string(open.length - 1) ?? this.#token(NUMBER) ?? this.#token(WORD);
      if (text === undefined) this.#fail("expected a JSON value");
      return text === "null" ? null : { kind: "scalar", text, place };
    }
    if (open.length >= MAX_DEPTH) this.#fail("the JSON is nested too deeply");
    const value: JsonObject | JsonArray = first === "{"
      ? { kind: "object", members: new Map(), place }
      : { kind: "array", items: [], place };
    this.#take(first);
    if (this.#take(first === "{" ? "}" : "]")) return value;
    open.push(value);
    if (value.kind === "object") this.#key(value, open.length - 1);
    return OPENED;
  }

  /** Reads the key of the next member of an object at this depth. */
  #key({ members }: JsonObject, depth: number): void {
    const offset = this.#offset;
    const text = this.#string(depth);
    if (text === undefined) this.#fail("expected a key in double quotes");
    if (!this.#take(":")) this.#fail("expected a colon after the key");
    const key = stringIn(text);
    if (depth >= this.#strictFrom) this.#checkUnique(members, key, offset);
    this.#keys.push(key);
  }

  #checkUnique(members: JsonObject["members"], key: string, offset: number): void {
    const node = new Scalar(key, "double", "", this.#source, offset);
    const firsts = this.#firsts.get(members) ?? new Map<string, Scalar>();
    const first = firsts.get(key);
    if (first !== undefined) failDuplicate(node, first);
    this.#firsts.set(members, firsts.set(key, node));
  }

  #put(around: JsonObject | JsonArray, value: JsonValue): void {
    if (around.kind === "array") around.items.push(value);
    else around.members.set(this.#keys.pop()!, value);
  }

  end(): void {
    if (this.#offset < this.#source.text.length) this.#fail("unexpected text after the JSON value");
  }

  #take(char: string): boolean {
    if (this.#source.text[this.#offset] !== char) return false;
    this.#offset++;
    this.#skipBlanks();
    return true;
  }

  /** The text of a string at this depth, with its quotes. */
  #string(depth: number): string | undefined {
    const { text } = this.#source;
    if (text[this.#offset] !== '"') return undefined;
    const simple = this.#token(SIMPLE_STRING);
    if (simple !== undefined) return simple;
    let end = this.#offset + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
    const string = text.slice(this.#offset, end + 1);
    if (!isJson(string)) {
      this.#fail("the string is not closed, or contains a raw control character or an invalid escape");
    }
    if (depth >= this.#strictFrom && stringIn(string) !== JSON.parse(string)) {
      this.#fail("the string has half a surrogate pair");
    }
    this.#offset = end + 1;
    this.#skipBlanks();
    return string;
  }

  #token(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#offset;
    const match = pattern.exec(this.#source.text);
    if (match === null) return undefined;
    this.#offset = pattern.lastIndex;
    this.#skipBlanks();
    return match[0];
  }

  #skipBlanks(): void {
    BLANKS.lastIndex = this.#offset;
    BLANKS.exec(this.#source.text);
    this.#offset = BLANKS.lastIndex;
  }

  #fail(message: string): never {
    fail("json-syntax", message, { place: { source: this.#source, offset: this.#offset } });
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
