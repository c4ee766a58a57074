/** Finds the resources whose prefixes (or suffixes) are compatible with given ones, without visiting the others. */

/** A node represents a list of affixes, read from last to first. */
interface AffixNode<Candidate> {
  /** Candidates with exactly these affixes. */
  here: Candidate[];
  /** Nodes with one more affix before these. */
  before: Map<string, AffixNode<Candidate>>;
  /** Number of candidates here and below. */
  size: number;
}

export class AffixTree<Candidate> {
  readonly #root: AffixNode<Candidate> = newNode();

  add(affixes: readonly string[], candidate: Candidate): void {
    let node = this.#root;
    node.size++;
    for (const affix of affixes.toReversed()) {
      let next = node.before.get(affix);
      if (next === undefined) node.before.set(affix, next = newNode());
      node = next;
      node.size++;
    }
    node.here.push(candidate);
  }

  /** Number of candidates that `compatible` returns. */
  count(affixes: readonly string[]): number {
    const { passed, last } = this.#walk(affixes);
    return passed.reduce((sum, { here }) => sum + here.length, last?.size ?? 0);
  }

  /** Candidates whose affixes are the end of the given ones or vice versa, or if either list is empty. */
  compatible(affixes: readonly string[]): Candidate[] {
    const { passed, last } = this.#walk(affixes);
    const found = passed.flatMap(({ here }) => here);
    if (last !== undefined) collect(last, found);
    return found;
  }

  /** The nodes along `affixes`, and the one at the end if the tree goes that far. */
  #walk(affixes: readonly string[]): { passed: AffixNode<Candidate>[]; last: AffixNode<Candidate> | undefined } {
    const passed: AffixNode<Candidate>[] = [];
    let node = this.#root;
    for (const affix of affixes.toReversed()) {
      passed.push(node);
      const next = node.before.get(affix);
      if (next === undefined) return { passed, last: undefined };
      node = next;
    }
    return { passed, last: node };
  }
}

function newNode<Candidate>(): AffixNode<Candidate> {
  return { here: [], before: new Map(), size: 0 };
}

function collect<Candidate>(node: AffixNode<Candidate>, into: Candidate[]): void {
  for (const candidate of node.here) into.push(candidate);
  for (const next of node.before.values()) collect(next, into);
}
