/** Seeded random numbers: the same seed makes the same project on every machine. */

export class Random {
  #state: number;
  /**
   * The probability of things that can make a build fail: zero in most projects, so that there is output to compare.
   */
  readonly #risk: number;

  constructor(seed: number) {
    this.#state = (seed * 0x9e3779b1) >>> 0;
    for (let round = 0; round < 4; round++) this.next();
    this.#risk = this.pick([0, 0, 0, 0, 0.2, 1]);
  }

  /** A number in [0, 1), by the generator mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  }

  /** An integer from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** For things that can make a build fail. */
  risk(probability: number): boolean {
    return this.chance(probability * this.#risk);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)]!;
  }

  /** `low` to `high` distinct items, in any order. */
  some<T>(items: readonly T[], low: number, high: number): T[] {
    return this.shuffled(items).slice(0, this.int(low, high));
  }

  shuffled<T>(items: readonly T[]): T[] {
    const keyed = items.map((item) => [this.next(), item] as const);
    return keyed.sort(([a], [b]) => a - b).map(([, item]) => item);
  }

  times<T>(low: number, high: number, make: () => T): T[] {
    return Array.from({ length: this.int(low, high) }, make);
  }
}
