/**
 * Filters over the resources of a package. Around each filter kyaml keeps the two names of its annotations in step: a
 * filter, which may be a function, can change either.
 */

import { fail } from "../diagnostics/diagnostic.ts";
import { INTERNAL } from "../history/history_annotations.ts";
import { failMismatch } from "../history/name_pairs.ts";
import type { CommentedDocument } from "../yaml/tree/comments.ts";
import { atPlace } from "../yaml/tree/place.ts";
import type { Node } from "../yaml/tree/node.ts";
import { annotationsOf, clearAnnotation, setAnnotation } from "./annotations.ts";
import { copyLegacyAnnotations, INDEX, type NamePair, PAIRS, PATH } from "./package_annotations.ts";

/** A resource of a package, or an item of a list: what can be printed with its comments. */
export interface Item extends CommentedDocument {
  /** Whether it is a document, with comments around it, or the item of a list. */
  isDocument: boolean;
}

export type Filter = (items: Item[]) => Item[] | Promise<Item[]>;

const MIGRATION_ID = `${INTERNAL}annotations-migration-resource-id`;

type Annotations = ReadonlyMap<string, string>;

/** The result of all filters; undefined if a filter leaves nothing, since kyaml then writes nothing at all. */
export async function runFilters(items: Item[], filters: readonly Filter[]): Promise<Item[] | undefined> {
  let result = items;
  for (const filter of filters) {
    const before = result.map(({ root }, index) => prepare(root, index));
    result = await filter(result);
    if (result.length === 0) return undefined;
    const formats = formatsOf(before, result[0]!.root);
    for (const { root } of result) reconcile(root, before, formats);
  }
  return result;
}

/** Marks a resource, to find it again after the filter. Returns its original annotations. */
function prepare(root: Node, index: number): Annotations {
  setAnnotation(root, MIGRATION_ID, String(index));
  const before = annotationsOf(root);
  copyLegacyAnnotations(root);
  checkPairs(root);
  return before;
}

function checkPairs(root: Node): void {
  const annotations = annotationsOf(root);
  for (const { present, legacy } of PAIRS) {
    const [now, before] = [annotations.get(present) ?? "", annotations.get(legacy) ?? ""];
    if (now !== "" && before !== "" && now !== before) failMismatch(root, { present, legacy });
  }
}

/** The kind of names, current or older, in the input. Resources without these annotations do not count. */
function formatsOf(before: readonly Annotations[], place: Node): { present: boolean; legacy: boolean } {
  if (before.length === 0) return { present: true, legacy: true };
  const counted = before.map((annotations) => ({
    present: PAIRS.some(({ present }) => annotations.has(present)),
    legacy: PAIRS.some(({ legacy }) => annotations.has(legacy)),
  })).filter(({ present, legacy }) => present || legacy);
  const [first = { present: false, legacy: false }] = counted;
  if (counted.some(({ present, legacy }) => present !== first.present || legacy !== first.legacy)) {
    fail(
      "conflicting-annotations",
      "some resources have internal.config.kubernetes.io annotations, others older ones",
      {
        ...atPlace(place),
        hint: "use one kind in all of them, or none",
      },
    );
  }
  return first;
}

function reconcile(root: Node, before: readonly Annotations[], formats: { present: boolean; legacy: boolean }): void {
  copyLegacyAnnotations(root);
  const original = before[Number(annotationsOf(root).get(MIGRATION_ID) ?? NaN)];
  if (original !== undefined) { for (const pair of [PATH, INDEX]) followChange(root, pair, original); }
  for (const sort of ["present", "legacy"] as const) {
    if (!formats[sort]) { for (const pair of PAIRS) clearAnnotation(root, pair[sort]); }
  }
  checkPairs(root);
  clearAnnotation(root, MIGRATION_ID);
}

/** Applies a change of one name to both. */
function followChange(root: Node, pair: NamePair, original: Annotations): void {
  const { present, legacy } = pair;
  const was = original.get(present) ?? original.get(legacy) ?? "";
  if (was === "") return;
  const annotations = annotationsOf(root);
  const [now, older] = [annotations.get(present) ?? "", annotations.get(legacy) ?? ""];
  if (was !== now && was !== older && now !== older) failMismatch(root, pair);
  if (was !== now) setAnnotation(root, legacy, now);
  else if (was !== older) setAnnotation(root, present, older);
}
