/** Parses JSON strictly, keeping the text and the place of each value. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import { MAX_PATCH_DEPTH } from "../yaml/tree/limits.ts";
import type { JsonValue } from "./value.ts";

const BLANKS = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const WORD = /true|false|null/y;

/** The value in `source`. Throws `json-syntax` with its place if it is not JSON. */
export function parseJson(source: Source): JsonValue {
  const reader = new JsonReader(source);
  const value = reader.value(0);
  reader.end();
  return value;
}

class JsonReader {
  readonly #source: Source;
  #offset = 0;

  constructor(source: Source) {
    this.#source = source;
    this.#skipBlanks();
  }

  value(depth: number): JsonValue {
    if (depth > MAX_PATCH_DEPTH) this.#fail("the JSON is nested too deeply");
    const place = { source: this.#source, offset: this.#offset };
    switch (this.#source.text[this.#offset]) {
      case "{":
        return { kind: "object", members: this.#members(depth), place };
      case "[":
        return { kind: "array", items: this.#items(depth), place };
    }
    const text = this.#string() ?? this.#token(NUMBER) ?? this.#token(WORD);
    if (text === undefined) this.#fail("expected a JSON value");
    return text === "null" ? null : { kind: "scalar", text, place };
  }

  end(): void {
    if (this.#offset < this.#source.text.length) this.#fail("unexpected text after the JSON value");
  }

  #members(depth: number): Map<string, JsonValue> {
    const members = new Map<string, JsonValue>();
    this.#offset++;
    this.#skipBlanks();
    if (this.#take("}")) return members;
    do {
      const key = this.#string();
      if (key === undefined) this.#fail("expected a key in double quotes");
      if (!this.#take(":")) this.#fail("expected a colon after the key");
      members.set(JSON.parse(key), this.value(depth + 1));
    } while (this.#take(","));
    if (!this.#take("}")) this.#fail("expected a comma or '}'");
    return members;
  }

  #items(depth: number): JsonValue[] {
    const items: JsonValue[] = [];
    this.#offset++;
    this.#skipBlanks();
    if (this.#take("]")) return items;
    do items.push(this.value(depth + 1)); while (this.#take(","));
    if (!this.#take("]")) this.#fail("expected a comma or ']'");
    return items;
  }

  #take(char: string): boolean {
    if (this.#source.text[this.#offset] !== char) return false;
    this.#offset++;
    this.#skipBlanks();
    return true;
  }

  /** The text of a string with its quotes. */
  #string(): string | undefined {
    const { text } = this.#source;
    if (text[this.#offset] !== '"') return undefined;
    let end = this.#offset + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
    const string = text.slice(this.#offset, end + 1);
    if (!isJson(string)) {
      this.#fail("the string is not closed, or contains a raw control character or an invalid escape");
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
