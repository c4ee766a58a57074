/**
 * The list of `--helm-api-versions`, as charts share it. kustomize reads a chart's own `apiVersions` into the memory of that list,
 * before any chart is rendered: where the flag was given, the list of the last chart that has one reaches into all others.
 */

export class HelmApiVersions {
  readonly #memory: string[];
  /** How many fit before Go takes other memory. */
  readonly #capacity: number;
  readonly #given: number;

  constructor(given: readonly string[]) {
    this.#memory = [...given];
    this.#given = given.length;
    this.#capacity = given.length === 0 ? 0 : 2 ** Math.ceil(Math.log2(given.length));
  }

  /** Takes a chart's own list in; gives what the chart has once all charts are known. */
  share(own: readonly string[]): () => string[] {
    own.slice(0, this.#capacity).forEach((version, index) => this.#memory[index] = version);
    if (own.length > this.#capacity) return () => [...own];
    return () => this.#memory.slice(0, own.length || this.#given);
  }
}
