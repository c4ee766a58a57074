/** Tells how far a fuzz has come: each minute, at its end, and when it is interrupted. */

import type { Comparison } from "./compare_project.ts";

const MINUTE = 60_000;

export class Progress {
  readonly #count: number;
  readonly #console: Pick<Console, "log" | "error">;
  readonly #now: () => number;
  readonly #began: number;
  #told: number;
  #compared = 0;
  #built = 0;
  /** The differences, as they are shown. */
  readonly #differences: string[] = [];
  /** A difference that is being shrunk. */
  #pending: string | undefined;

  constructor(count: number, output: Pick<Console, "log" | "error"> = console, now: () => number = Date.now) {
    this.#count = count;
    this.#console = output;
    this.#now = now;
    this.#began = this.#told = now();
  }

  get failed(): number {
    return this.#differences.length;
  }

  add({ built }: Comparison): void {
    this.#compared++;
    if (built) this.#built++;
    if (this.#now() - this.#told < MINUTE) return;
    this.#told = this.#now();
    this.#console.error(this.#summary());
  }

  /** What to show if the shrinking of a difference is interrupted. */
  shrinking(text: string): void {
    this.#pending = text;
  }

  show(text: string): void {
    this.#pending = undefined;
    this.#differences.push(text);
    this.#console.log(text);
  }

  end(): void {
    this.#console.log(`${this.#built} of ${this.#count} projects can be built`);
    this.#console.log(`${this.#count - this.failed} passed, ${this.failed} failed`);
  }

  /** Tells the differences again: the first ones may have scrolled away. */
  interrupted(): void {
    for (const text of this.#differences) this.#console.log(text);
    if (this.#pending !== undefined) this.show(this.#pending);
    this.#console.error(`interrupted: ${this.#summary()}`);
  }

  #summary(): string {
    const minutes = ((this.#now() - this.#began) / MINUTE).toFixed(1);
    return `${this.#compared} of ${this.#count} projects compared in ${minutes} minutes, ${this.failed} differ`;
  }
}
