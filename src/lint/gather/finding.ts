/** What a check of builds finds. */

import type { Code } from "../../diagnostics/code.ts";
import type { Level } from "../../diagnostics/codes/entry.ts";
import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";

export type { Level };

/** From the worst to the mildest. */
export const LEVELS: readonly Level[] = ["error", "warning", "note"];

/** What a rule says, before it is known whether it counts. */
export interface Draft extends Diagnostic {
  /** The field of the resource `id`, as a JSON pointer. */
  pointer?: string;
  /** Whether `--fix` may mend it. */
  isFixable?: boolean;
}

/** Something that builds and is most likely a mistake, or an error of a build. */
export interface Finding extends Draft {
  /** How bad it is, by the register of codes or by the settings. */
  level: Level;
  /** The kustomizations that were built and have it, as they were named or found. */
  targets: readonly string[];
  /** Whether it is fine if another build, which is not among those that were linted, makes use of it. */
  dependsOnUse?: true;
}

/** Whether `level` is as bad as `limit`, or worse. */
export function isAtLeast(level: Level, limit: Level): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(limit);
}

/** Two findings are the same if code, place and field are. */
export function keyOf(code: Code, place: Place | undefined, pointer = "", file = ""): string {
  if (place === undefined) return [code, file, pointer].join("\0");
  const { line, column } = place.source.position(place.offset);
  return [code, place.source.name, line, column, pointer].join("\0");
}
