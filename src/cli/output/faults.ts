/** Faults that several targets have, such as one in a base. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { shown } from "./render_diagnostic.ts";

/** One fault, and the targets that have it. */
export interface Fault {
  diagnostic: Diagnostic;
  targets: string[];
}

/** What is wrong with a target. */
interface Failed {
  target: string;
  diagnostics: readonly Diagnostic[];
}

/** Each fault once, even if several targets build on its file. */
export function faultsOf(failed: readonly Failed[]): Fault[] {
  const faults = new Map<string, Fault>();
  for (const { target, diagnostics } of failed) {
    for (const diagnostic of diagnostics) {
      const { code, message, place, file } = diagnostic;
      const key = JSON.stringify([code, message, place?.source.name ?? file, place?.offset]);
      const known = faults.get(key);
      if (known === undefined) faults.set(key, { diagnostic, targets: [target] });
      else {
        if (!known.targets.includes(target)) known.targets.push(target);
        // The notes of the base's own build name no overlay.
        if ((diagnostic.notes?.length ?? 0) < (known.diagnostic.notes?.length ?? 0)) known.diagnostic = diagnostic;
      }
    }
  }
  return [...faults.values()];
}

const MOST_NAMES = 3;

/** `overlays/prod`, or `5 targets (a, b, c and 2 more)`. */
export function namesOf(targets: readonly string[]): string {
  if (targets.length === 1) return shown(targets[0]!);
  const names = targets.slice(0, MOST_NAMES).map(shown);
  const rest = targets.length - names.length;
  return `${targets.length} targets (${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""})`;
}
