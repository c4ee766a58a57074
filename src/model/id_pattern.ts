/**
 * The ids that a source of a replacement or a var matches: parts of an id, compared as a whole. For regular
 * expressions, see `selector.ts`.
 */

import { gvkIsSelected } from "./gvk.ts";
import { DEFAULT_NAMESPACE, type ResId } from "./res_id.ts";

/** An empty part matches any. */
export interface IdPattern {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

/**
 * Whether `id` has every part of `pattern`: kustomize's `ResId.IsSelectedBy` for ids without scopes. Every id without a
 * namespace is therefore in `default`.
 */
export function fitsIdPattern({ gvk, name, namespace }: ResId, pattern: IdPattern): boolean {
  return (pattern.name === "" || pattern.name === name) &&
    (pattern.namespace === "" || pattern.namespace === (namespace || DEFAULT_NAMESPACE)) &&
    gvkIsSelected(gvk, pattern);
}

/** `kind 'Service', name 'db'`, for messages. */
export function describeIdPattern({ group, version, kind, name, namespace }: IdPattern): string {
  const parts = Object.entries({ kind, group, version, name, namespace }).filter(([, value]) => value !== "");
  return parts.map(([part, value]) => `${part} '${value}'`).join(", ") || "anything";
}
