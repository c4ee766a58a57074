/** The contents of a generated file before it becomes text. */

import type { Random } from "./random.ts";

/** A scalar that is written verbatim: `0x1F`, `!!str 5`, `.inf`. */
export class Raw {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Value = null | boolean | number | string | Raw | Value[] | Fields;

export interface Fields {
  [name: string]: Value;
}

/** Makers of fields with their probabilities. */
export type Chances = Record<string, [probability: number, make: () => Value]>;

/** The required fields, and each other one at its probability. */
export function withSome(random: Random, always: Fields, others: Chances): Fields {
  const fields = { ...always };
  for (const [name, [probability, make]] of Object.entries(others)) {
    if (random.chance(probability)) fields[name] = make();
  }
  return fields;
}

export function isFields(value: Value | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Raw);
}

/** The text at a path of names, if there is one. */
export function textAt(value: Value | undefined, ...names: string[]): string | undefined {
  for (const name of names) value = isFields(value) ? value[name] : undefined;
  return typeof value === "string" ? value : undefined;
}
