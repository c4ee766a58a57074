/**
 * Runs a program over a text by Pike's method: all possible matches advance together, one character at a time, in order
 * of preference. The time is at most the text's length times the program's, for every pattern; it is counted.
 */

import type { Instruction, Program } from "./program.ts";
import type { Assertion } from "./syntax.ts";

/** Positions recorded by `save`, by slot; holes are groups that did not participate. */
export type Slots = readonly number[];

const NO_SLOTS: Slots = [];

/** The active threads at one position: instructions that consume a character, or `match`, in order of preference. */
class Threads {
  readonly at: number[] = [];
  readonly slots: Slots[] = [];

  clear(): void {
    this.at.length = 0;
    this.slots.length = 0;
  }
}

/** Counts instructions, `ofMatch` of them since the match began. Throws if there are too many. */
export type CountSteps = (steps: number, ofMatch: number) => void;

export class Machine {
  readonly #instructions: readonly Instruction[];
  readonly #start: number;
  /** The round in which an instruction was last reached. */
  readonly #reached: Int32Array;
  /** Whether the pattern begins with \A or ^, so that no match starts later. */
  readonly #fromStart: boolean;
  readonly #count: CountSteps;
  #round = 0;
  /** Instructions followed that are not counted yet. */
  #steps = 0;
  #text = "";

  constructor({ instructions, start }: Program, count: CountSteps) {
    this.#count = count;
    this.#instructions = instructions;
    this.#start = start;
    this.#reached = new Int32Array(instructions.length);
    let first = instructions[start];
    while (first?.op === "save") first = instructions[first.next];
    this.#fromStart = first?.op === "assertion" && first.assertion === "begin-text";
  }

  /** Whether there is a match anywhere. */
  matches(text: string): boolean {
    return this.#run(text, true) !== undefined;
  }

  /** The leftmost match that the pattern prefers: the start and end of it and of its groups. */
  find(text: string): Slots | undefined {
    return this.#run(text, false);
  }

  #run(text: string, any: boolean): Slots | undefined {
    this.#text = text;
    let threads = new Threads();
    let following = new Threads();
    let match: Slots | undefined;
    this.#round++;
    for (let at = 0, ofMatch = 0;;) {
      this.#count(this.#steps, ofMatch += this.#steps);
      this.#steps = 0;
      const mayStart = match === undefined && (at === 0 || !this.#fromStart);
      if (mayStart) this.#follow(threads, this.#start, at, NO_SLOTS, any);
      else if (threads.at.length === 0) return match;
      const char = at < text.length ? text.codePointAt(at)! : -1;
      const after = at + (char > 0xffff ? 2 : 1);
      this.#round++;
      following.clear();
      for (let index = 0; index < threads.at.length; index++) {
        const instruction = this.#instructions[threads.at[index]!]!;
        if (instruction.op === "match") {
          match = threads.slots[index]!;
          if (any) return match;
          break;
        }
        if (char >= 0 && takes(instruction, char)) {
          this.#follow(following, instruction.next, after, threads.slots[index]!, any);
        }
      }
      if (char < 0) return match;
      [threads, following] = [following, threads];
      at = after;
    }
  }

  /** Adds to `threads` every instruction reachable from `start` without consuming a character. */
  #follow(threads: Threads, start: number, at: number, slots: Slots, any: boolean): void {
    const pending: number[] = [start];
    const pendingSlots: Slots[] = [slots];
    while (pending.length > 0) {
      this.#steps++;
      const index = pending.pop()!;
      const here = pendingSlots.pop()!;
      if (this.#reached[index] === this.#round) continue;
      this.#reached[index] = this.#round;
      const instruction = this.#instructions[index]!;
      switch (instruction.op) {
        case "split":
          pending.push(instruction.other, instruction.next);
          pendingSlots.push(here, here);
          break;
        case "assertion":
          if (!holds(instruction.assertion, this.#text, at)) break;
          pending.push(instruction.next);
          pendingSlots.push(here);
          break;
        case "save":
          pending.push(instruction.next);
          pendingSlots.push(any ? here : withSlot(here, instruction.slot, at));
          break;
        default:
          threads.at.push(index);
          threads.slots.push(here);
      }
    }
  }
}

function takes(
  instruction: Instruction,
  char: number,
): instruction is Instruction & { op: "char" | "set" } {
  return instruction.op === "char" ? instruction.char === char : instruction.op === "set" && instruction.set(char);
}

function withSlot(slots: Slots, slot: number, at: number): Slots {
  const copy = slots.slice();
  copy[slot] = at;
  return copy;
}

function holds(assertion: Assertion, text: string, at: number): boolean {
  switch (assertion) {
    case "begin-text":
      return at === 0;
    case "end-text":
      return at === text.length;
    case "begin-line":
      return at === 0 || text[at - 1] === "\n";
    case "end-line":
      return at === text.length || text[at] === "\n";
    case "word-boundary":
      return isWordAt(text, at - 1) !== isWordAt(text, at);
    case "no-word-boundary":
      return isWordAt(text, at - 1) === isWordAt(text, at);
  }
}

function isWordAt(text: string, at: number): boolean {
  const char = text.charCodeAt(at);
  return (char >= 0x30 && char <= 0x39) || (char >= 0x41 && char <= 0x5a) || char === 0x5f ||
    (char >= 0x61 && char <= 0x7a);
}
