/** Suggestions for a patch, replacement or var that matches no resource or several. */

import type { Diagnostic, Note } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { describeFullId } from "./res_id.ts";
import type { Resource } from "./resource.ts";

const MAX_NOTES = 5;
const MAX_KINDS = 10;

/** The parts searched for; an empty part is unknown. */
interface Wanted {
  kind: string;
  name: string;
}

/**
 * Notes that name the nearest resources: those of the kind and name, otherwise those of the kind (with the nearest
 * name, if one is near), otherwise those of the name. If there is no such kind, the hint lists the existing kinds;
 * otherwise it is `hint`.
 */
export function meantResources(
  { kind, name }: Wanted,
  resources: readonly Resource[],
  hint?: string,
): Pick<Diagnostic, "notes" | "hint"> {
  const ofKind = resources.filter((resource) => kind === "" || resource.kind === kind);
  if (ofKind.length > 0) {
    const near = namesOf(ofKind).has(name) ? name : nearest(name, namesOf(ofKind));
    const named = ofKind.filter((resource) => near !== undefined && hasName(resource, near));
    return { notes: notesOf(named.length > 0 ? named : ofKind), hint };
  }
  const ofName = resources.filter((resource) => hasName(resource, name));
  return { notes: notesOf(ofName), hint: hintOfKind(kind, new Set(resources.map((resource) => resource.kind))) };
}

/** One note per resource, and one with the number of omitted ones. */
export function notesOf(resources: readonly Resource[]): Note[] {
  const notes: Note[] = resources.slice(0, MAX_NOTES).map(noteOf);
  const rest = resources.length - MAX_NOTES;
  return rest > 0 ? [...notes, { message: `and ${rest} more` }] : notes;
}

function noteOf(resource: Resource): Note {
  const now = describeFullId(resource.id);
  const first = describeFullId(resource.originalId);
  const message = now === first ? `there is ${now}` : `there is ${now}, originally ${first}`;
  return { message, place: resource.place };
}

function hintOfKind(kind: string, kinds: ReadonlySet<string>): string {
  if (kinds.size === 0) return "there are no resources here: add their files to 'resources'";
  const near = nearest(kind, kinds);
  if (near !== undefined) return `did you mean the kind '${near}'?`;
  const shown = [...kinds].slice(0, MAX_KINDS).join(", ");
  return `kinds found: ${shown}${kinds.size > MAX_KINDS ? ", …" : ""}`;
}

function namesOf(resources: readonly Resource[]): Set<string> {
  return new Set(resources.flatMap((resource) => resource.allIds().map(({ name }) => name)));
}

function hasName(resource: Resource, wanted: string): boolean {
  return resource.allIds().some(({ name }) => name === wanted);
}
