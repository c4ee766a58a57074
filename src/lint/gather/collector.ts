/** Collects findings of several builds: the same finding in several builds is reported once. */

import { defaultLevel } from "../../diagnostics/codes.ts";
import { type Draft, type Finding, keyOf } from "./finding.ts";

/** How rules report findings. */
export interface Report {
  /** Reports something that is wrong in every build. */
  add(draft: Draft): void;
  /**
   * Reports something that is wrong unless it is fine in another build: a component's patch may match in only one of
   * many overlays. Calls `say` if it is not fine.
   */
  judge(isFine: boolean, at: Pick<Draft, "code" | "place" | "pointer">, say: () => Omit<Draft, "code" | "place">): void;
  /** Reports something about the output, which only matters in builds that no other kustomization uses. */
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
        if (isFine) this.#fine.add(keyOf(at));
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
    // Users cannot change remote repositories.
    if (draft.place?.source.name.includes("://")) return;
    const key = keyOf(draft);
    const collected = this.#found.get(key);
    if (collected === undefined) this.#found.set(key, { draft, targets: [target], ...about });
    else if (collected.targets.at(-1) !== target) collected.targets.push(target);
  }
}
