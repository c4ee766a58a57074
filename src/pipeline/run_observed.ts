/** Runs a transformer for an observer. */

import type { Origin } from "../model/history.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import type { FieldTransform } from "../transform/transform.ts";
import { fieldStep } from "./context/steps.ts";
import type { BuildObserver, Target } from "./context/target.ts";

export interface Transformer extends FieldTransform {
  kind: string;
  origin: Origin | undefined;
  /** Whether `node` holds the values that it writes, rather than paths or selectors of them. */
  holdsValues?: boolean;
}

/** Runs it in its smallest parts if the observer wants that, and reports each to the observer. */
export async function runObserved(
  target: Target,
  { kind, node: whole, holdsValues, ...transformer }: Transformer,
  set: ResourceSet,
  observer: BuildObserver,
): Promise<void> {
  const entries: readonly FieldTransform[] = transformer.parts?.() ?? [transformer];
  const isWhole = entries.length > 1 && !observer.wantsParts(entries.length);
  const steps: readonly FieldTransform[] = isWhole ? [transformer] : entries;
  for (const { transform, node = whole } of steps) {
    const step = { ...fieldStep(target, kind, node), ...(isWhole ? { entries: entries.length } : {}) };
    observer.starting?.(target, step, set);
    await transform(set, target.build);
    observer.done(set, step, { request: holdsValues ? node : undefined, written: transform.written });
  }
}
