/** Writes values as YAML in many styles, or as JSON. */

import { Random } from "./random.ts";
import { type Fields, Raw, type Value } from "./value.ts";

/** The style without any random variation. */
export const PLAIN_STYLE = 0;
export const JSON_STYLE = -1;

/**
 * The documents of one file. @param style A seed for quotes, comments and flow collections; or one of the two
 * constants.
 */
export function writeDocuments(documents: readonly Value[], style: number): string {
  if (style === JSON_STYLE) {
    return documents.map((value) => JSON.stringify(asJson(value), null, 2) + "\n").join("---\n");
  }
  const writer = new Writer(style === PLAIN_STYLE ? undefined : new Random(style));
  return documents.map((value) => writer.document(value)).join("---\n");
}

function asJson(value: Value): unknown {
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asJson(inner)]));
}

const COMMENTS = ["# note", "#", "# a: b", "# - item", "# é"];
/** Texts that mean themselves without quotes, in any position. */
const SAFE = /^[A-Za-z/][A-Za-z0-9_./-]*( [A-Za-z0-9_./=-]+)*$/;
const WORDS = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

class Writer {
  readonly #random: Random | undefined;
  /** How often comments and flow collections occur in this file. */
  readonly #comments: number;
  readonly #flow: number;
  readonly #indentLists: boolean;

  constructor(random: Random | undefined) {
    this.#random = random;
    this.#comments = random?.pick([0, 0, 0, 0.05]) ?? 0;
    this.#flow = random?.pick([0, 0, 0.1]) ?? 0;
    this.#indentLists = random?.chance(0.5) ?? false;
  }

  document(value: Value): string {
    return isEmpty(value) ? `${this.#flowOf(value)}\n` : this.#block(value, "").replace(/^\n/, "");
  }

  #chance(probability: number): boolean {
    return this.#random?.chance(probability) ?? false;
  }

  /** A value after its key or dash: on the same line, or on its own lines. */
  #after(value: Value, indent: string): string {
    if (typeof value === "string") return ` ${this.#text(value, indent)}${this.#remark()}\n`;
    if (typeof value !== "object" || value === null || isEmpty(value) || this.#chance(this.#flow)) {
      return ` ${this.#flowOf(value)}${this.#remark()}\n`;
    }
    return this.#block(value, indent);
  }

  #remark(): string {
    return this.#chance(this.#comments) ? ` ${this.#random!.pick(COMMENTS)}` : "";
  }

  #lineRemark(indent: string): string {
    return this.#chance(this.#comments) ? `${indent}${this.#random!.pick(COMMENTS)}\n` : "";
  }

  #block(value: Value, indent: string): string {
    if (Array.isArray(value)) return "\n" + value.map((item) => this.#item(item, indent)).join("");
    if (isEmpty(value) || typeof value !== "object" || value === null || value instanceof Raw) {
      return `${this.#flowOf(value)}\n`;
    }
    return "\n" + Object.entries(value).map((entry) => this.#entry(entry, indent)).join("");
  }

  #item(item: Value, indent: string): string {
    const inner = `${indent}  `;
    if (isBlockFields(item) && !this.#chance(this.#flow)) {
      return `${this.#lineRemark(indent)}${indent}- ${this.#block(item, inner).slice(1 + inner.length)}`;
    }
    return `${this.#lineRemark(indent)}${indent}-${this.#after(item, inner)}`;
  }

  #entry([name, value]: [string, Value], indent: string): string {
    const list = Array.isArray(value) && value.length > 0;
    const inner = list && !this.#indentLists ? indent : `${indent}  `;
    return `${this.#lineRemark(indent)}${indent}${this.#key(name)}:${this.#after(value, inner)}`;
  }

  #key(name: string): string {
    return this.#plainOrQuoted(name);
  }

  #text(text: string, indent: string): string {
    if (/^[^\s#][^\r\t]*\n$/.test(text) && !/ \n|\n\n| $/.test(text) && this.#random?.chance(0.7) !== false) {
      const lines = text.slice(0, -1).split("\n");
      return `|\n${lines.map((line) => `${indent === "" ? "  " : indent}${line}`).join("\n")}`;
    }
    return this.#plainOrQuoted(text);
  }

  #plainOrQuoted(text: string): string {
    const safe = SAFE.test(text) && !WORDS.test(text);
    if (safe && !this.#chance(0.08)) return text;
    // deno-lint-ignore no-control-regex
    if (this.#chance(0.4) && !/[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]/.test(text)) {
      return `'${text.replaceAll("'", "''")}'`;
    }
    return JSON.stringify(text);
  }

  #flowOf(value: Value): string {
    if (value instanceof Raw) return value.text;
    if (typeof value === "string") return this.#plainOrQuoted(value);
    if (value === null) return this.#random?.pick(["null", "null", "~"]) ?? "null";
    if (typeof value !== "object") return String(value);
    if (Array.isArray(value)) return `[${value.map((item) => this.#flowOf(item)).join(", ")}]`;
    const entries = Object.entries(value).map(([name, inner]) => `${this.#key(name)}: ${this.#flowOf(inner)}`);
    return `{${entries.join(", ")}}`;
  }
}

function isEmpty(value: Value): boolean {
  return typeof value !== "object" || value === null || value instanceof Raw || Object.keys(value).length === 0;
}

function isBlockFields(value: Value): value is Fields {
  return !isEmpty(value) && !Array.isArray(value);
}
