/** kustomize's order of kinds: dependencies first, webhooks last, the rest by group, version and kind. */

import type { Gvk } from "./gvk.ts";

export const KINDS_FIRST: readonly string[] = [
  "Namespace",
  "ResourceQuota",
  "StorageClass",
  "CustomResourceDefinition",
  "ServiceAccount",
  "PodSecurityPolicy",
  "Role",
  "ClusterRole",
  "RoleBinding",
  "ClusterRoleBinding",
  "ConfigMap",
  "Secret",
  "Endpoints",
  "Service",
  "LimitRange",
  "PriorityClass",
  "PersistentVolume",
  "PersistentVolumeClaim",
  "Deployment",
  "StatefulSet",
  "CronJob",
  "PodDisruptionBudget",
];

export const KINDS_LAST: readonly string[] = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];

/** Ranks of kinds: negative for `first`, positive for `last`, none (0) for the others. */
export function rankKinds(first: readonly string[], last: readonly string[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  first.forEach((kind, index) => ranks.set(kind, index - first.length));
  last.forEach((kind, index) => ranks.set(kind, index + 1));
  return ranks;
}

/** The sort key of gvks with the same rank. Empty parts sort after all letters. */
export function gvkSortText({ group, version, kind }: Partial<Gvk>): string {
  return `${group || "~G"}_${version || "~V"}_${kind || "~K"}`;
}
