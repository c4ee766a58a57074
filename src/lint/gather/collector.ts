/** Collects what rules say of several builds: one finding for all builds that have it. */

import { defaultLevel } from "../../diagnostics/codes.ts";
import { type Draft, type Finding, keyOf } from "./finding.ts";

/** What rules are given to say something. */
export interface Report {
  /** Something that is wrong wherever it is built. */
  add(draft: Draft): void;
  /**
   * Something that is wrong unless it is fine in another build: a component's patch may match in one of many overlays. What there
   * is to say is asked for if it is not.
   */
  judge(isFine: boolean, at: Pick<Draft, "code" | "place" | "pointer">, say: () => Omit<Draft, "code" | "place">): void;
  /** Something about the output, which counts only in builds that no other kustomization uses. */
  output(draft: Draft): void;
}

interface Collected {
  draft: Draft;
  targets: string[];
  /** Whether it is about the output alone. */
  ofOutput: boolean;
  /** Whether another build may make it fine. */
  dependsOnUse: boolean;
}

export class Collector {
  readonly #found = new Map<string, Collected>();
  readonly #fine = new Set<string>();

  /** The report for one target. */
  of(target: string): Report {
    return {
      add: (draft) => this.#add(draft, target, { ofOutput: false, dependsOnUse: false }),
      output: (draft) => this.#add(draft, target, { ofOutput: true, dependsOnUse: false }),
      judge: (isFine, at, say) => {
        if (isFine) this.#fine.add(keyOf(at.code, at.place, at.pointer));
        else this.#add({ ...at, ...say() }, target, { ofOutput: false, dependsOnUse: true });
      },
    };
  }

  /** @param isUsed Whether another kustomization uses a target. */
  findings(isUsed: (target: string) => boolean): Finding[] {
    const findings: Finding[] = [];
    for (const [key, { draft, targets, ofOutput, dependsOnUse }] of this.#found) {
      const counting = ofOutput ? targets.filter((target) => !isUsed(target)) : targets;
      if (this.#fine.has(key) || counting.length === 0) continue;
      const finding = { ...draft, level: defaultLevel(draft.code), targets: counting };
      findings.push(dependsOnUse ? { ...finding, dependsOnUse } : finding);
    }
    return findings;
  }

  #add(draft: Draft, target: string, about: Pick<Collected, "ofOutput" | "dependsOnUse">): void {
    // Nobody can change what is in somebody else's repository.
    if (draft.place?.source.name.includes("://")) return;
    const key = keyOfDraft(draft);
    const collected = this.#found.get(key);
    if (collected === undefined) this.#found.set(key, { draft, targets: [target], ...about });
    else if (collected.targets.at(-1) !== target) collected.targets.push(target);
  }
}

function keyOfDraft({ code, place, pointer, file }: Draft): string {
  return keyOf(code, place, pointer, file);
}
