/** The annotations that kustomize passes to functions, and those that never appear in output. */

import type { History } from "../model/history.ts";
import { HISTORY_ANNOTATIONS, INTERNAL } from "./history_annotations.ts";

/** Leaves an object out of the output, unless it says `false`. */
export const LOCAL_CONFIG = "config.kubernetes.io/local-config";

/** The id of an item, as YAML, where functions can read it. */
export const ID = "kustomize.config.k8s.io/id";

export const PATH = `${INTERNAL}path`;
export const OLD_PATH = "config.kubernetes.io/path";

export const INDEX = `${INTERNAL}index`;
export const OLD_INDEX = "config.kubernetes.io/index";
export const NUMBER = `${INTERNAL}id`;
export const OLD_NUMBER = "config.k8s.io/id";

/** The annotations by which kustomize matches an item with its result, in its order; `index` starts at 0. */
export function tracesAt(index: number): Record<string, string> {
  const position = String(index);
  const id = String(index + 1);
  return {
    [OLD_INDEX]: position,
    [INDEX]: position,
    [`${INTERNAL}annotations-migration-resource-id`]: position,
    [NUMBER]: id,
    [OLD_NUMBER]: id,
  };
}

export const TRACES = Object.keys(tracesAt(0));

/** Annotations for internal use by kustomize and functions, which never appear in output. */
const UNSHOWN = [...TRACES, PATH, OLD_PATH, `${INTERNAL}refBy`, `${INTERNAL}seqindent`];

/** Removes the annotations that track an item through a function: the next function gets new ones. */
export function stripTraces(annotations: Map<string, string>): void {
  for (const annotation of [ID, ...TRACES]) annotations.delete(annotation);
}

/** Removes the annotations that never appear in output. */
export function removeInternal(annotations: Map<string, string>): void {
  for (const annotation of UNSHOWN) annotations.delete(annotation);
  for (const { annotation, shownBy } of HISTORY_ANNOTATIONS) {
    if (shownBy === undefined) annotations.delete(annotation);
  }
}

/** Adds the parts of the history that `buildMetadata` requests, and removes annotations of those that it could. */
export function showHistory(annotations: Map<string, string>, history: History, asked: readonly string[]): void {
  for (const { annotation, write, shownBy } of HISTORY_ANNOTATIONS) {
    if (shownBy === undefined) continue;
    const isShown = asked.includes(shownBy);
    const text = isShown ? write(history) : undefined;
    if (text !== undefined) annotations.set(annotation, text);
    else if (!isShown) annotations.delete(annotation);
  }
}

/** Whether `buildMetadata` requests any part of the history. */
export function showsHistory(asked: readonly string[]): boolean {
  return HISTORY_ANNOTATIONS.some(({ shownBy }) => shownBy !== undefined && asked.includes(shownBy));
}
