/** Findings of lint. */

import type { Level } from "../../diagnostics/codes/entry.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Resource } from "../../model/resource.ts";

export type { Level };

/** From the worst to the mildest. */
export const LEVELS: readonly Level[] = ["error", "warning", "note"];

/** What a rule reports, before its level is known. */
export interface Draft extends Diagnostic {
  /** The field of the resource `id`, as a JSON pointer. */
  pointer?: string;
  /** Whether `--fix` can correct it. */
  isFixable?: boolean;
  /**
   * What is needed to find the place of a field that the build has not kept; no finding of `lint` has it.
   *
   * @internal
   */
  lost?: LostField | undefined;
}

/** A field of the output whose place the build has not kept: its finding has that of the resource until it is found. */
export interface LostField {
  owner: Resource;
  /** Why a text of the field is wrong, if it is: the step that wrote the first such text is the cause. */
  faultOf?: ((text: string) => string | undefined) | undefined;
}

/** A probable mistake that builds successfully, or an error of a build. */
export interface Finding extends Draft {
  /** The level from the register of codes or from the settings. */
  level: Level;
  /** The built kustomizations that have it, as they were named or found. */
  targets: readonly string[];
  /** Whether a build outside the linted ones could make it correct. */
  dependsOnUse?: true;
}

/** Whether `level` is as bad as `limit`, or worse. */
export function isAtLeast(level: Level, limit: Level): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(limit);
}

/** Findings with the same code, place and field are the same; without a place, those of the same file or resource. */
export function keyOf(
  { code, place, pointer = "", file, id = "" }: Pick<Draft, "code" | "place" | "pointer" | "file" | "id">,
): string {
  if (place === undefined) return [code, file ?? id, pointer].join("\0");
  const { line, column } = place.source.position(place.offset);
  return [code, place.source.name, line, column, pointer].join("\0");
}
