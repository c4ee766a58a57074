/**
 * The list of `--helm-api-versions`, which charts share. kustomize decodes a chart's own `apiVersions` into the memory
 * of that list, before it renders any chart: with the flag, the list of the last chart that has one overwrites parts of
 * all others.
 */

export class HelmApiVersions {
  readonly #memory: string[];
  /** The number of versions that fit before Go allocates new memory. */
  readonly #capacity: number;
  readonly #given: number;

  constructor(given: readonly string[]) {
    this.#memory = [...given];
    this.#given = given.length;
    this.#capacity = given.length === 0 ? 0 : 2 ** Math.ceil(Math.log2(given.length));
  }

  /** Adds a chart's own list. The returned function yields the list of the chart once all charts are known. */
  share(own: readonly string[]): () => string[] {
    own.slice(0, this.#capacity).forEach((version, index) => this.#memory[index] = version);
    if (own.length > this.#capacity) return () => [...own];
    return () => this.#memory.slice(0, own.length || this.#given);
  }
}
