/** Copying whole `metadata` or `metadata.annotations`: kustomize's own annotations go along there, and can be seen or lost. */

import { takeHistory } from "./build_annotations.ts";
import type { Resource } from "../model/resource.ts";
import { lendHistory } from "./lent_history.ts";

/**
 * Does `action` while the resource's node holds its history as kustomize holds it, where `steps` lead to that; the action is
 * told whether it does.
 */
export function withHistoryShown<T>(resource: Resource, steps: readonly string[], action: (shown: boolean) => T): T {
  if (!leadsToAnnotations(steps) || lendHistory(resource).size === 0) return action(false);
  try {
    return action(true);
  } finally {
    takeHistory(resource);
  }
}

function leadsToAnnotations([first, second, ...rest]: readonly string[]): boolean {
  return first === "metadata" && (second === undefined || second === "annotations") && rest.length === 0;
}
