/**
 * Kubernetes label selectors: `app=web,tier in (a, b),!legacy`. Used for labels and annotations.
 *
 * The grammar and the rules for valid keys and values are those of k8s.io/apimachinery v0.19.
 */

import { fail, type Place } from "../diagnostics/diagnostic.ts";

/** A parsed selector. */
export interface LabelSelector {
  /** `valueOf` returns the value of a label, undefined if it is missing. */
  matches(valueOf: (key: string) => string | undefined): boolean;
}

/** The operators that follow a key. */
const INFIX = ["=", "==", "!=", ">", "<", "in", "notin"] as const;

type Operator = typeof INFIX[number] | "exists" | "!";

interface Requirement {
  key: string;
  operator: Operator;
  values: string[];
}

/** Parses a selector; an empty one selects all. Throws `invalid-selector`, placed at `place`. */
export function parseLabelSelector(text: string, place?: Place): LabelSelector {
  const requirements = new Parser(text, place).parse();
  return { matches: (valueOf) => requirements.every((requirement) => isMet(requirement, valueOf(requirement.key))) };
}

function isMet({ operator, values }: Requirement, value: string | undefined): boolean {
  switch (operator) {
    case "exists":
      return value !== undefined;
    case "!":
      return value === undefined;
    case "!=":
    case "notin":
      return value === undefined || !values.includes(value);
    case ">":
    case "<":
      return value !== undefined && isOrdered(value, operator, values[0]!);
    default:
      return value !== undefined && values.includes(value);
  }
}

function isOrdered(value: string, operator: "<" | ">", bound: string): boolean {
  if (!isInt64Text(value)) return false;
  return operator === ">" ? BigInt(value) > BigInt(bound) : BigInt(value) < BigInt(bound);
}

function isInt64Text(text: string): boolean {
  return /^[+-]?0*[0-9]{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

/** The longer ones first. */
const SYMBOLS = ["==", "!=", "=", "!", ">", "<", "(", ")", ","] as const;

type TokenKind = "word" | "end" | typeof SYMBOLS[number];

interface Token {
  kind: TokenKind;
  text: string;
}

class Parser {
  readonly #text: string;
  readonly #place: Place | undefined;
  #at = 0;
  #token: Token;

  constructor(text: string, place: Place | undefined) {
    this.#text = text;
    this.#place = place;
    this.#token = this.#scan();
  }

  parse(): Requirement[] {
    const requirements: Requirement[] = [];
    while (!this.#is("end")) {
      requirements.push(this.#requirement());
      if (this.#is("end")) break;
      this.#expect(",", "',' or the end");
      if (this.#is("end")) this.#failToken("a label after ','");
    }
    return requirements;
  }

  #requirement(): Requirement {
    const negated = this.#is("!");
    if (negated) this.#next();
    const key = this.#expect("word", "a label");
    this.#checkKey(key);
    if (negated) return { key, operator: "!", values: [] };
    if (this.#is("end") || this.#is(",")) return { key, operator: "exists", values: [] };
    const operator = this.#operator();
    const values = operator === "in" || operator === "notin" ? this.#valueSet() : [this.#exactValue()];
    for (const value of values) this.#checkValue(key, value, operator);
    return { key, operator, values };
  }

  #operator(): Operator {
    const operator = INFIX.find((one) => one === this.#token.text) ??
      this.#failToken("'=', '==', '!=', '<', '>', 'in' or 'notin'");
    this.#next();
    return operator;
  }

  /** `(a, b)`; empty values count, as in `(a,)` and `()`. */
  #valueSet(): string[] {
    this.#expect("(", "'('");
    const values: string[] = [];
    while (true) {
      values.push(this.#is("word") ? this.#expect("word", "a value") : "");
      if (this.#is(")")) break;
      this.#expect(",", "',' or ')'");
    }
    this.#next();
    return values;
  }

  #exactValue(): string {
    if (this.#is("end") || this.#is(",")) return "";
    return this.#expect("word", "a value");
  }

  #checkKey(key: string): void {
    const parts = key.split("/");
    const name = parts.at(-1)!;
    const prefixIsGood = parts.length === 1 || (parts.length === 2 && isSubdomain(parts[0]!));
    if (prefixIsGood && name.length <= 63 && QUALIFIED_NAME.test(name)) return;
    this.#fail(
      `'${key}' is not a valid label key`,
      "a key is at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends, " +
        "optionally after a DNS subdomain and '/'",
    );
  }

  #checkValue(key: string, value: string, operator: Operator): void {
    if ((operator === "<" || operator === ">") && !isInt64Text(value)) {
      this.#fail(`'${key}${operator}' needs an integer, found '${value}'`);
    }
    if (value === "" || (value.length <= 63 && QUALIFIED_NAME.test(value))) return;
    this.#fail(
      `'${value}' is not a valid label value (of '${key}')`,
      "a value is at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends; patterns are not supported",
    );
  }

  #expect(kind: TokenKind, what: string): string {
    if (!this.#is(kind)) this.#failToken(what);
    const { text } = this.#token;
    this.#next();
    return text;
  }

  #is(kind: TokenKind): boolean {
    return this.#token.kind === kind;
  }

  #next(): void {
    this.#token = this.#scan();
  }

  #scan(): Token {
    const text = this.#text;
    while (isSpace(text[this.#at])) this.#at++;
    const start = this.#at;
    if (start === text.length) return { kind: "end", text: "" };
    const symbol = symbolAt(text, start);
    if (symbol !== undefined) {
      this.#at += symbol.length;
      return { kind: symbol, text: symbol };
    }
    while (this.#at < text.length && symbolAt(text, this.#at) === undefined && !isSpace(text[this.#at])) this.#at++;
    return { kind: "word", text: text.slice(start, this.#at) };
  }

  #failToken(expected: string): never {
    const { kind, text } = this.#token;
    const found = kind === "end" ? "the end" : `'${text}'`;
    this.#fail(`found ${found} in the label selector '${this.#text}', expected ${expected}`);
  }

  #fail(message: string, hint?: string): never {
    fail("invalid-selector", message, {
      place: this.#place,
      hint,
    });
  }
}

const QUALIFIED_NAME = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

function isSubdomain(text: string): boolean {
  return text.length <= 253 && SUBDOMAIN.test(text);
}

function isSpace(character: string | undefined): boolean {
  return character === " " || character === "\t" || character === "\r" || character === "\n";
}

function symbolAt(text: string, at: number): typeof SYMBOLS[number] | undefined {
  return SYMBOLS.find((symbol) => text.startsWith(symbol, at));
}
