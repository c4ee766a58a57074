/**
 * The order of a resource's annotations in kustomize, which keeps the history among them: replayed from the steps of the
 * history, because here the two are separate.
 */

import { historyAnnotations } from "../../history/history_annotations.ts";
import { type History, type HistoryStep, NO_HISTORY } from "../../model/history.ts";
import { compareCodePoints } from "../../text/compare.ts";
import type { ScalarStyle } from "../../yaml/tree/node.ts";

/** What kustomize does with the annotations of a part of the history. */
type Effect = "set" | "annotate" | "rewrite" | "merge" | "none";

const EFFECTS: Partial<Record<keyof History, Effect>> = {
  // Each is set by itself, in quotes if it is new.
  prefixes: "set",
  suffixes: "set",
  previousIds: "set",
  // All annotations are written again, in order.
  origin: "rewrite",
  transformations: "rewrite",
  // A patch has them among its annotations, in order.
  allowNameChange: "merge",
  allowKindChange: "merge",
  renamedBy: "none",
  varNames: "none",
  merges: "none",
  isConverted: "none",
};

const ANNOTATIONS = "annotations";

export class AnnotationLog {
  /** The keys of the metadata, in order. */
  metadata: readonly string[] = [];
  /** The keys of the annotations, in order, as `numbered` writes them. */
  annotations: readonly string[] = [];
  /** Whether nothing has rewritten the annotations since they were read, with history among them. */
  isGiven: boolean;
  /** The annotations with history, and the styles of values that were set by themselves. */
  readonly #history = new Map<string, ScalarStyle | undefined>();
  /** The number of annotations before the last patch. */
  #unpatched = 0;

  /**
   * @param first The step that has marked the resource to get a hash. It rewrites all annotations, unless it has read
   * the mark among them.
   */
  constructor(first: HistoryStep) {
    this.#mark(first.changes, undefined);
    this.isGiven = first.annotations.some((key) => this.#history.has(key));
    if (this.isGiven) {
      this.metadata = first.metadata;
      this.annotations = numbered(first.annotations);
    } else {
      this.update(first);
      this.#rewrite();
    }
  }

  /** The style of an annotation with history that was set by itself. */
  styleOf(annotation: string): ScalarStyle | undefined {
    return this.#history.get(annotation);
  }

  /** Replays a later step. Returns false if its effect is unknown. */
  add(step: HistoryStep): boolean {
    const before = this.annotations.length;
    this.update(step);
    const effects = new Set(changedParts(step).map((part) => this.#effectOf(part)));
    this.#mark(step.changes, effects.has("set") ? "single" : effects.has("annotate") ? "plain" : undefined);
    this.update(step);
    if (effects.has("rewrite")) this.#rewrite();
    if (effects.has("merge")) this.#sortFrom(this.#unpatched ||= before);
    else if (!effects.has("none")) this.#unpatched = 0;
    return !effects.has(undefined);
  }

  /** Takes over the keys that others have added or removed since the last step. */
  update({ metadata, annotations }: Pick<HistoryStep, "metadata" | "annotations">): void {
    this.metadata = updated(this.metadata, [...metadata.filter((key) => key !== ANNOTATIONS), ANNOTATIONS]);
    this.annotations = updated(this.annotations, numbered([...annotations, ...this.#history.keys()]));
  }

  #effectOf(part: keyof History): Effect | undefined {
    // The origin of a file is set like an annotation of the user.
    return this.isGiven && part === "origin" ? "annotate" : EFFECTS[part];
  }

  #mark(changes: Partial<History>, style: ScalarStyle | undefined): void {
    for (const annotation of historyAnnotations({ ...NO_HISTORY, ...changes }).keys()) {
      if (!this.#history.has(annotation)) this.#history.set(annotation, style);
    }
  }

  /** No key is repeated, no value keeps its style, and the field becomes the last one of the metadata. */
  #rewrite(): void {
    this.isGiven = false;
    for (const annotation of this.#history.keys()) this.#history.set(annotation, undefined);
    this.annotations = this.annotations.filter((key) => occurrenceOf(key).nth === 0);
    this.#sortFrom(0);
    this.metadata = [...this.metadata.filter((key) => key !== ANNOTATIONS), ANNOTATIONS];
  }

  #sortFrom(index: number): void {
    const sorted = this.annotations.slice(index).sort((a, b) =>
      compareCodePoints(occurrenceOf(a).key, occurrenceOf(b).key)
    );
    this.annotations = [...this.annotations.slice(0, index), ...sorted];
  }
}

/** Tells repeated keys apart: `1:KEY` is the second of that name. */
function numbered(keys: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return keys.map((key) => {
    const nth = counts.get(key) ?? 0;
    counts.set(key, nth + 1);
    return `${nth}:${key}`;
  });
}

/** The key, and how often it has occurred before. */
export function occurrenceOf(numberedKey: string): { key: string; nth: number } {
  const colon = numberedKey.indexOf(":");
  return { key: numberedKey.slice(colon + 1), nth: Number(numberedKey.slice(0, colon)) };
}

/** The keys of both, without those that are gone; new ones come last. */
function updated(old: readonly string[], current: readonly string[]): string[] {
  const added = new Set(current);
  const kept = old.filter((key) => added.delete(key));
  return [...kept, ...added];
}

function changedParts({ changes }: HistoryStep): (keyof History)[] {
  // The type of the keys is lost on the way through Object.entries.
  return Object.entries(changes).flatMap(([part, value]) => value === undefined ? [] : [part as keyof History]);
}
