/** The annotations that kustomize gives to functions, and those that no output has. */

import type { History } from "../model/history.ts";
import { HISTORY_ANNOTATIONS, INTERNAL } from "./history_annotations.ts";

/** Leaves an object out of the output, unless it says `false`. */
export const LOCAL_CONFIG = "config.kubernetes.io/local-config";

/** The id of an item, as YAML, which kustomize puts where functions can read it. */
export const ID = "kustomize.config.k8s.io/id";

export const PATH = `${INTERNAL}path`;
export const OLD_PATH = "config.kubernetes.io/path";

/** The annotations by which kustomize finds an item again, in its order; `index` counts the items from 0. */
export function tracesAt(index: number): Record<string, string> {
  const position = String(index);
  const id = String(index + 1);
  return {
    "config.kubernetes.io/index": position,
    [`${INTERNAL}index`]: position,
    [`${INTERNAL}annotations-migration-resource-id`]: position,
    [`${INTERNAL}id`]: id,
    "config.k8s.io/id": id,
  };
}

const TRACES = Object.keys(tracesAt(0));

/** Annotations that kustomize and functions use among themselves: no output has them. */
const UNSHOWN = [...TRACES, PATH, OLD_PATH, `${INTERNAL}refBy`, `${INTERNAL}seqindent`];

/** Removes the traces of the way to a function and back: a later function is given new ones. */
export function stripTraces(annotations: Map<string, string>): void {
  for (const annotation of [ID, ...TRACES]) annotations.delete(annotation);
}

/** Makes `annotations` what the output has: without internal ones, and with the parts of the history that are asked for. */
export function finishAnnotations(annotations: Map<string, string>, history: History, asked: readonly string[]): void {
  for (const annotation of UNSHOWN) annotations.delete(annotation);
  for (const { annotation, write, shownBy } of HISTORY_ANNOTATIONS) {
    const isShown = shownBy !== undefined && asked.includes(shownBy);
    const text = isShown ? write(history) : undefined;
    if (text !== undefined) annotations.set(annotation, text);
    else if (!isShown) annotations.delete(annotation);
  }
}

/** Whether `buildMetadata` asks for any part of the history. */
export function showsHistory(asked: readonly string[]): boolean {
  return HISTORY_ANNOTATIONS.some(({ shownBy }) => shownBy !== undefined && asked.includes(shownBy));
}
