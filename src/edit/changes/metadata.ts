/** Edits of common labels and annotations. */

import { type Compat, NEWEST } from "../../compat/compat.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did_you_mean.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { EditedFile } from "../edited_file.ts";
import type { Label } from "../fields.ts";

export type MetadataField = "commonLabels" | "commonAnnotations";

const NOUNS = { commonLabels: "label", commonAnnotations: "annotation" } as const;

/** Sets the pairs, whether the keys exist or not. */
export function setPairs(file: EditedFile, field: MetadataField, pairs: Map<string, string>): void {
  file.fields[field] = new Map([...file.fields[field] ?? [], ...pairs]);
}

/** Adds the pairs. Throws `KustError` for an existing key, unless `force` is set. */
export function addPairs(file: EditedFile, field: MetadataField, pairs: Map<string, string>, force: boolean): void {
  const present = file.fields[field] ?? new Map();
  for (const key of pairs.keys()) {
    if (present.has(key) && !force) failPresent(file, field, NOUNS[field], key);
  }
  setPairs(file, field, pairs);
}

/**
 * Adds labels to the first entry of `labels` that does not change selectors and treats templates as requested, or to a
 * new one.
 */
export function addLabelsWithoutSelector(
  file: EditedFile,
  pairs: Map<string, string>,
  { force, includeTemplates, compat = NEWEST }: { force: boolean; includeTemplates: boolean; compat?: Compat },
): void {
  const labels = file.fields.labels ??= [];
  const fits = (label: Label) => !label.includeSelectors && (label.includeTemplates ?? false) === includeTemplates;
  let label = labels.find(fits);
  if (label === undefined && pairs.size > 1 && !force && !compat.has("edit-adds-several-labels")) {
    // It adds all of them for the first, and finds the second there.
    failPresent(file, "labels", "label", [...pairs.keys()][1]!);
  }
  if (label === undefined) labels.push(label = { pairs: new Map(), includeTemplates });
  const present = label.pairs ??= new Map();
  for (const [key, value] of pairs) {
    if (present.has(key) && !force) failPresent(file, "labels", "label", key);
    present.set(key, value);
  }
}

function failPresent(file: EditedFile, field: MetadataField | "labels", noun: string, key: string): never {
  fail("already-exists", `${noun} ${key} already in kustomization file`, {
    ...file.placed(field),
    hint: "use --force to override it",
  });
}

/** Removes keys. Throws `KustError` for a missing key, unless `ignoreMissing` is set. */
export function removePairs(file: EditedFile, field: MetadataField, keys: string[], ignoreMissing: boolean): void {
  const present = file.fields[field];
  if (present === undefined) {
    if (ignoreMissing) return;
    fail("no-match", `${field} is not defined in kustomization file`, { file: file.source.name });
  }
  for (const key of keys) {
    if (!present.delete(key) && !ignoreMissing) failMissing(file, field, key, present.keys());
  }
}

function failMissing(file: EditedFile, field: MetadataField, key: string, present: Iterable<string>): never {
  fail("no-match", `${NOUNS[field]} ${key} is not defined in kustomization file`, {
    ...file.placed(field),
    hint: didYouMean(nearest(key, present)) ?? "use --ignore-non-existence to ignore this",
  });
}

const ANNOTATION_KEY =
  /^([a-zA-Z](([-a-zA-Z0-9.]{0,251})[a-zA-Z0-9])?\/)?[a-zA-Z0-9]([-a-zA-Z0-9_.]{0,61}[a-zA-Z0-9])?$/;

/** Rejects keys that are invalid for annotations in Kubernetes; only `edit set annotation` checks this. */
export function checkAnnotationKeys(keys: Iterable<string>): void {
  for (const key of keys) {
    if (ANNOTATION_KEY.test(key)) continue;
    fail("invalid-argument", `invalid annotation key: '${key}'`, {
      hint:
        "letters, digits, '-', '_' and '.', up to 63, with an optional DNS prefix and '/': see https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/",
    });
  }
}
