/**
 * Parses RE2 syntax like Go's regexp/syntax with its Perl flags, and rejects the same patterns with the same messages.
 *
 * Keeps the pattern's structure: the tree is not simplified.
 */

import type { Place } from "../diagnostics/diagnostic.ts";
import { caseForms } from "./case_fold.ts";
import { anyChar, anyCharButNewline, type CharSet, foldedSet } from "./char_set.ts";
import { parseBrackets, parseEscape, parseNamedSet } from "./parse_class.ts";
import { PatternReader } from "./pattern_reader.ts";
import { type Assertion, subsOf, type Syntax, type SyntaxBody } from "./syntax.ts";
import { ownValue } from "../text/own_value.ts";

/** The limit for counts in `{n,m}`, and for products of nested ones. */
const MAX_REPEAT = 1000;
const MAX_HEIGHT = 1000;

interface Flags {
  /** i */
  foldCase: boolean;
  /** m: `^` and `$` match at lines */
  multiLine: boolean;
  /** s: `.` matches a newline */
  dotNewline: boolean;
  /** U: repetitions are lazy unless they have a `?` */
  lazy: boolean;
}

/** An open parenthesis, or the whole pattern. */
interface Level {
  /** Number of the capture group, 0 for none. */
  group: number;
  /** Restored after the parenthesis. */
  flagsBefore: Flags;
  /** The alternatives before each `|` so far. */
  alternatives: Syntax[];
  /** The items since the last `|`. */
  items: Syntax[];
}

/** Parses `pattern`. Throws `invalid-pattern`, placed at `place`. */
export function parsePattern(pattern: string, place?: Place): Syntax {
  return new Parser(pattern, place).parse();
}

class Parser {
  readonly #in: PatternReader;
  readonly #levels: Level[] = [];
  #level: Level;
  #flags: Flags = { foldCase: false, multiLine: false, dotNewline: false, lazy: false };
  #groups = 0;
  /** Start of the repetition operator that ends at the current position, if there is one. */
  #lastRepeat: number | undefined;

  constructor(pattern: string, place: Place | undefined) {
    this.#in = new PatternReader(pattern, place);
    this.#level = { group: 0, flagsBefore: this.#flags, alternatives: [], items: [] };
  }

  parse(): Syntax {
    while (!this.#in.atEnd) {
      const start = this.#in.at;
      this.#lastRepeat = this.#item() ? start : undefined;
    }
    if (this.#levels.length > 0) this.#in.fail("missing closing )", 0);
    return this.#closeLevel();
  }

  /** Reads one item. Returns whether it was a repetition operator. */
  #item(): boolean {
    const reader = this.#in;
    switch (reader.peek()) {
      case "(":
        this.#open();
        return false;
      case ")":
        this.#close();
        return false;
      case "|":
        reader.skip(1);
        this.#level.alternatives.push(this.#concat(this.#level.items));
        this.#level.items = [];
        return false;
      case "^":
        return this.#assertion(this.#flags.multiLine ? "begin-line" : "begin-text", 1);
      case "$":
        return this.#assertion(this.#flags.multiLine ? "end-line" : "end-text", 1);
      case ".":
        reader.skip(1);
        return this.#set(this.#flags.dotNewline ? anyChar : anyCharButNewline);
      case "[":
        return this.#set(parseBrackets(reader, this.#flags.foldCase));
      case "*":
        return this.#repeat(1, 0, Infinity);
      case "+":
        return this.#repeat(1, 1, Infinity);
      case "?":
        return this.#repeat(1, 0, 1);
      case "{":
        return this.#countedRepeat();
      case "\\":
        return this.#escape();
      default:
        return this.#literal(reader.next());
    }
  }

  #escape(): false {
    const reader = this.#in;
    switch (reader.peek(1)) {
      case "A":
        return this.#assertion("begin-text", 2);
      case "z":
        return this.#assertion("end-text", 2);
      case "b":
        return this.#assertion("word-boundary", 2);
      case "B":
        return this.#assertion("no-word-boundary", 2);
      case "C":
        return reader.fail("invalid escape sequence", reader.at, reader.at + 2);
      case "Q":
        return this.#quoted();
    }
    const named = parseNamedSet(reader, this.#flags.foldCase);
    return named === undefined ? this.#literal(parseEscape(reader)) : this.#set(named);
  }

  /** `\Q…\E`, or to the end of the pattern. */
  #quoted(): false {
    const reader = this.#in;
    reader.skip(2);
    while (!reader.atEnd && !reader.skipText("\\E")) this.#literal(reader.next());
    return false;
  }

  #literal(char: number): false {
    if (this.#flags.foldCase && caseForms(char).length > 1) return this.#set(foldedSet((other) => other === char));
    return this.#push({ op: "literal", char });
  }

  #set(set: CharSet): false {
    return this.#push({ op: "set", set });
  }

  #assertion(assertion: Assertion, length: number): false {
    this.#in.skip(length);
    return this.#push({ op: "assertion", assertion });
  }

  #push(body: SyntaxBody): false {
    this.#level.items.push(this.#node(body));
    return false;
  }

  /** `{n}`, `{n,}` or `{n,m}`; otherwise the brace is a literal. */
  #countedRepeat(): boolean {
    const reader = this.#in;
    const count = /^\{(0|[1-9][0-9]*)(?:(,)(0|[1-9][0-9]*)?)?\}/.exec(reader.rest());
    if (count === null) return this.#literal(reader.next());
    const [all, low, comma, high] = count;
    const min = Number(low);
    const isOpen = comma !== undefined && high === undefined;
    const max = isOpen ? Infinity : Number(high ?? low);
    if (min > MAX_REPEAT || min > max || (!isOpen && max > MAX_REPEAT)) {
      reader.fail("invalid repeat count", reader.at, reader.at + all.length);
    }
    return this.#repeat(all.length, min, max);
  }

  /** Repeats the last item; `length` is that of the operator without a following `?`. */
  #repeat(length: number, min: number, max: number): true {
    const reader: PatternReader = this.#in;
    const start = reader.at;
    reader.skip(length);
    const greedy = reader.skipText("?") === this.#flags.lazy;
    const before = this.#lastRepeat;
    if (before !== undefined) reader.fail("invalid nested repetition operator", before, reader.at);
    const sub = this.#level.items.pop();
    if (sub === undefined) reader.fail("missing argument to repetition operator", start, reader.at);
    const copies = max === 0 ? 1 : sub.copies * Math.max(max === Infinity ? min : max, 1);
    if (copies > MAX_REPEAT) reader.fail("invalid repeat count", start, reader.at);
    this.#level.items.push({ ...this.#node({ op: "repeat", sub, min, max, greedy }), copies });
    return true;
  }

  #open(): void {
    if (this.#in.peek(1) === "?") return this.#openSpecial();
    this.#in.skip(1);
    this.#pushLevel(++this.#groups, this.#flags);
  }

  /** `(?P<name>`, `(?<name>`, `(?flags)` and `(?flags:`. */
  #openSpecial(): void {
    const reader: PatternReader = this.#in;
    const start = reader.at;
    const name = /^\(\?P?<(?:([^>]*)>|[^>]+$)/.exec(reader.rest());
    if (name === null) return this.#flagGroup();
    if (name[1] === undefined) reader.fail("invalid named capture", start);
    if (!/^[A-Za-z0-9_]+$/.test(name[1])) reader.fail("invalid named capture", start, start + name[0].length);
    reader.skip(name[0].length);
    this.#pushLevel(++this.#groups, this.#flags);
  }

  #flagGroup(): void {
    const reader = this.#in;
    const start = reader.at;
    reader.skip(2);
    const flags = { ...this.#flags };
    let value = true;
    let seen = true;
    while (!reader.atEnd) {
      const char = String.fromCodePoint(reader.next());
      const flag = ownValue(FLAGS, char);
      if (flag !== undefined) {
        flags[flag] = value;
        seen = true;
      } else if (char === "-" && value) {
        value = false;
        seen = false;
      } else if ((char === ":" || char === ")") && seen) {
        if (char === ":") this.#pushLevel(0, this.#flags);
        this.#flags = flags;
        return;
      } else {
        break;
      }
    }
    reader.fail("invalid or unsupported Perl syntax", start, reader.at);
  }

  #pushLevel(group: number, flagsBefore: Flags): void {
    this.#levels.push(this.#level);
    this.#level = { group, flagsBefore, alternatives: [], items: [] };
  }

  #close(): void {
    const outer = this.#levels.pop();
    if (outer === undefined) this.#in.fail("unexpected )", 0);
    const { group, flagsBefore } = this.#level;
    const sub = this.#closeLevel();
    this.#in.skip(1);
    this.#flags = flagsBefore;
    this.#level = outer;
    this.#level.items.push(group === 0 ? sub : this.#node({ op: "group", index: group, sub }));
  }

  #closeLevel(): Syntax {
    const { alternatives, items } = this.#level;
    const last = this.#concat(items);
    return alternatives.length === 0 ? last : this.#node({ op: "alternate", subs: [...alternatives, last] });
  }

  #concat(items: Syntax[]): Syntax {
    return items.length === 1 ? items[0]! : this.#node({ op: "concat", subs: items });
  }

  /** Limits the depth of the tree, so that later walks can recurse. */
  #node(body: SyntaxBody): Syntax {
    let [height, copies] = [1, 1];
    for (const sub of subsOf(body)) {
      height = Math.max(height, sub.height + 1);
      copies = Math.max(copies, sub.copies);
    }
    if (height > MAX_HEIGHT) this.#in.fail("expression nests too deeply", 0);
    return { ...body, height, copies };
  }
}

const FLAGS: Record<string, keyof Flags> = { i: "foldCase", m: "multiLine", s: "dotNewline", U: "lazy" };
