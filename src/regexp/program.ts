/** A pattern as instructions for the machine: Thompson's construction, built from the end to the start. */

import type { CharSet } from "./char_set.ts";
import type { Assertion, Syntax, SyntaxBody } from "./syntax.ts";

/** `next` and `other` are indexes of instructions. */
export type Instruction =
  | { op: "char"; char: number; next: number }
  | { op: "set"; set: CharSet; next: number }
  | { op: "assertion"; assertion: Assertion; next: number }
  /** Records the position; slots 2n and 2n+1 are the start and the end of group n. */
  | { op: "save"; slot: number; next: number }
  /** Continues at both instructions; `next` is preferred. */
  | { op: "split"; next: number; other: number }
  | { op: "match" };

export interface Program {
  instructions: Instruction[];
  start: number;
}

/** The number of Go's instructions for the pattern, computed without building them; here it may be less. */
export function sizeOf(syntax: Syntax): number {
  switch (syntax.op) {
    case "group":
      return 2 + sizeOf(syntax.sub);
    case "concat":
      return syntax.subs.reduce((sum, sub) => sum + sizeOf(sub), 0);
    case "alternate":
      return syntax.subs.reduce((sum, sub) => sum + sizeOf(sub) + 1, -1);
    case "repeat": {
      const { min, max } = syntax;
      const size = sizeOf(syntax.sub);
      if (max !== Infinity) return max * size + max - min;
      return min === 0 ? size + 2 : min * size + 1;
    }
    default:
      return 1;
  }
}

export function compileProgram(syntax: Syntax): Program {
  const builder = new Builder();
  const match = builder.add({ op: "match" });
  const start = builder.compile({ op: "group", index: 0, sub: syntax }, match);
  return { instructions: builder.instructions, start };
}

class Builder {
  readonly instructions: Instruction[] = [];

  add(instruction: Instruction): number {
    return this.instructions.push(instruction) - 1;
  }

  /** Adds instructions that match `syntax` and then continue at `next`. Returns the first one. */
  compile(syntax: SyntaxBody, next: number): number {
    switch (syntax.op) {
      case "literal":
        return this.add({ op: "char", char: syntax.char, next });
      case "set":
        return this.add({ op: "set", set: syntax.set, next });
      case "assertion":
        return this.add({ op: "assertion", assertion: syntax.assertion, next });
      case "group": {
        const end = this.add({ op: "save", slot: 2 * syntax.index + 1, next });
        return this.add({ op: "save", slot: 2 * syntax.index, next: this.compile(syntax.sub, end) });
      }
      case "concat":
        return syntax.subs.reduceRight((after, sub) => this.compile(sub, after), next);
      case "alternate":
        return syntax.subs.map((sub) => this.compile(sub, next))
          .reduceRight((other, start) => this.add({ op: "split", next: start, other }));
      case "repeat":
        return this.#repeat(syntax, next);
    }
  }

  /** x{2,4} is xx(x(x)?)?, and x{2,} is xx+. */
  #repeat({ sub, min, max, greedy }: SyntaxBody & { op: "repeat" }, next: number): number {
    let start = next;
    let copies = min;
    if (max === Infinity) {
      start = min === 0 ? this.#star(sub, greedy, next) : this.#plus(sub, greedy, next);
      copies--;
    } else {
      for (let optional = max - min; optional > 0; optional--) {
        start = this.#choice(this.compile(sub, start), next, greedy);
      }
    }
    for (; copies > 0; copies--) start = this.compile(sub, start);
    return start;
  }

  #star(sub: Syntax, greedy: boolean, next: number): number {
    // An empty iteration must not visit the loop's own instruction before the loop is entered, so that (x+)? keeps Go's
    // preferences.
    if (isNullable(sub)) return this.#choice(this.#plus(sub, greedy, next), next, greedy);
    const loop = this.#choice(next, next, greedy);
    this.#setBody(loop, this.compile(sub, loop), greedy);
    return loop;
  }

  #plus(sub: Syntax, greedy: boolean, next: number): number {
    const loop = this.#choice(next, next, greedy);
    const start = this.compile(sub, loop);
    this.#setBody(loop, start, greedy);
    return start;
  }

  #setBody(loop: number, start: number, greedy: boolean): void {
    const split = this.instructions[loop]!;
    if (split.op === "split") split[greedy ? "next" : "other"] = start;
  }

  #choice(start: number, next: number, greedy: boolean): number {
    return this.add(greedy ? { op: "split", next: start, other: next } : { op: "split", next, other: start });
  }
}

/** Whether it can match the empty text. */
function isNullable(syntax: Syntax): boolean {
  switch (syntax.op) {
    case "literal":
    case "set":
      return false;
    case "assertion":
      return true;
    case "group":
      return isNullable(syntax.sub);
    case "concat":
      return syntax.subs.every(isNullable);
    case "alternate":
      return syntax.subs.some(isNullable);
    case "repeat":
      return syntax.min === 0 || isNullable(syntax.sub);
  }
}
