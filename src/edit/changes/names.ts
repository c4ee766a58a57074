/** Common parts of the lists of named items. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did_you_mean.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { EditedFile } from "../edited_file.ts";
import type { FieldName } from "../fields.ts";
import { compareTexts } from "../../text/compare.ts";

interface Named {
  name?: string | undefined;
}

export function sortedByName<T extends Named>(items: T[]): T[] {
  const nameOf = (item: T) => item.name ?? "";
  return items.sort((a, b) => compareTexts(nameOf(a), nameOf(b)));
}

/** The items with none of the names. Throws `KustError` for a name without an item. */
export function withoutNames<T extends Named>(file: EditedFile, field: FieldName, items: T[], names: string[]): T[] {
  const present = items.map((item) => item.name ?? "");
  for (const name of names) {
    if (present.includes(name)) continue;
    fail("no-match", `${field} has no entry with the name '${name}'`, {
      ...file.placed(field),
      hint: didYouMean(nearest(name, present)),
    });
  }
  return items.filter((item) => !names.includes(item.name ?? ""));
}
