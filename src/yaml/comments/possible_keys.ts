/**
 * Tokens that may begin a key, which only a later colon decides. There is one per open flow collection, and one
 * outside.
 */

import { SIMPLE_KEY_LIMIT } from "../tree/limits.ts";
import type { TextLines } from "./text_lines.ts";

export interface PossibleKey {
  isPossible: boolean;
  /** Index of its first token. */
  token: number;
  start: number;
}

export class PossibleKeys {
  readonly #lines: TextLines;
  readonly #keys: PossibleKey[] = [{ isPossible: false, token: 0, start: 0 }];
  /** By the index of their first token. */
  readonly #keyAt = new Map<number, PossibleKey>();

  constructor(lines: TextLines) {
    this.#lines = lines;
  }

  /** Whether a key may begin with the token at this index, when the scanner is at `pos`. */
  mayBeginAt(token: number, pos: number): boolean {
    const key = this.#keyAt.get(token);
    return key !== undefined && this.#isNear(key, pos);
  }

  /** The key that a colon at `pos` confirms, if any. */
  confirmedAt(pos: number): PossibleKey | undefined {
    const key = this.#keys.at(-1)!;
    return key.isPossible && this.#isNear(key, pos) ? key : undefined;
  }

  /** A key is on one line, and not too long. */
  #isNear(key: PossibleKey, pos: number): boolean {
    const isNear = this.#lines.lineOf(key.start) === this.#lines.lineOf(pos) && key.start + SIMPLE_KEY_LIMIT >= pos;
    if (!isNear) key.isPossible = false;
    return key.isPossible;
  }

  /** Notes that the next token, at `start`, may begin a key. */
  note(token: number, start: number): void {
    this.forget();
    const key = { isPossible: true, token, start };
    this.#keys[this.#keys.length - 1] = key;
    this.#keyAt.set(token, key);
  }

  forget(): void {
    const key = this.#keys.at(-1)!;
    if (!key.isPossible) return;
    key.isPossible = false;
    this.#keyAt.delete(key.token);
  }

  /** Enters a flow collection whose bracket is the next token. */
  enter(token: number, start: number): void {
    this.#keys.push({ isPossible: false, token, start });
  }

  /** A bracket after the document may close nothing. */
  leave(): void {
    if (this.#keys.length === 1) return;
    this.#keyAt.delete(this.#keys.pop()!.token);
  }
}
