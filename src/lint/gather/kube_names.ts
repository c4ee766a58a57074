/** What Kubernetes accepts as names, labels and annotations. */

import { tagOf } from "../../yaml/scalar/resolve.ts";
import type { Node } from "../../yaml/tree/node.ts";

const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const LABEL_1035 = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const QUALIFIED = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

const MAX_NAME = 253;
const MAX_LABEL = 63;

/** Whether a later step may replace a text: Flux's substitution, SOPS, templates, placeholders. */
export function isPlaceholder(text: string): boolean {
  return /\$[({]|\$[A-Z_]+\b|\{\{|<[^>]*>|^\$|^ENC\[/.test(text);
}

/** Whether the API receives a string; kubectl sends dates as strings, too. */
export function isText(node: Node): boolean {
  const tag = tagOf(node);
  return tag === "!!str" || tag === "!!timestamp" || tag === "!!binary";
}

/** Why a name is invalid; undefined if it is valid. */
export function faultOfName(name: string, kind: string, group: string): string | undefined {
  if (group === "rbac.authorization.k8s.io") {
    return /[/%]/.test(name) || name === "." || name === ".." ? "it must not contain '/' or '%'" : undefined;
  }
  if (kind === "Service" && group === "") {
    return name.length <= MAX_LABEL && LABEL_1035.test(name)
      ? undefined
      : "the name of a Service has at most 63 lower-case letters, digits and '-', and begins with a letter";
  }
  if (kind === "Namespace" && group === "") {
    return name.length <= MAX_LABEL && LABEL.test(name)
      ? undefined
      : "a namespace has at most 63 lower-case letters, digits and '-', with a letter or digit at both ends";
  }
  // Aggregated API servers have their own rules.
  if (group.endsWith("openshift.io")) return undefined;
  return name.length <= MAX_NAME && SUBDOMAIN.test(name)
    ? undefined
    : "a name has at most 253 lower-case letters, digits, '-' and '.', with a letter or digit at both ends";
}

/** Why the key of a label or an annotation is invalid; undefined if it is valid. */
export function faultOfKey(key: string): string | undefined {
  const parts = key.split("/");
  const name = parts.at(-1)!;
  const prefix = parts.length > 1 ? parts.slice(0, -1).join("/") : undefined;
  if (prefix !== undefined && (prefix.length > MAX_NAME || !SUBDOMAIN.test(prefix.toLowerCase()))) {
    return "the part before '/' must be a domain name, and a key has at most one '/'";
  }
  return name.length <= MAX_LABEL && QUALIFIED.test(name)
    ? undefined
    : "a key has at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends";
}

export function faultOfLabelValue(value: string): string | undefined {
  return value === "" || (value.length <= MAX_LABEL && QUALIFIED.test(value))
    ? undefined
    : "a value has at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends";
}
