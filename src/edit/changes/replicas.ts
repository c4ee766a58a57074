/** Edits of `replicas`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { EditedFile } from "../edited_file.ts";
import type { Replica } from "../fields.ts";
import { sortedByName, withoutNames } from "./names.ts";

/** Parses `name=count`. */
export function parseReplica(argument: string): Replica {
  const [, name = "", digits] = /^([^=]*)=([-+]?[0-9]+)$/.exec(argument) ?? [];
  const count = digits === undefined ? undefined : BigInt(digits.replace("+", ""));
  if (count === undefined || count !== BigInt.asIntN(64, count)) {
    fail("invalid-argument", `invalid format of replica: '${argument}'`, { hint: "use the format <name>=<count>" });
  }
  return { name, count };
}

/** Sets counts by name and keeps all others. Sorts the list by name, as kustomize does. */
export function setReplicas(file: EditedFile, replicas: Replica[]): void {
  const byName = new Map(replicas.map((replica) => [replica.name ?? "", replica]));
  for (const present of file.fields.replicas ?? []) {
    const name = present.name ?? "";
    if (!byName.has(name)) byName.set(name, present);
  }
  file.fields.replicas = sortedByName([...byName.values()]);
}

/** Removes the counts with these names. Throws `KustError` for a missing name. */
export function removeReplicas(file: EditedFile, names: string[]): void {
  file.fields.replicas = withoutNames(file, "replicas", file.fields.replicas ?? [], names);
}
