/** Permissions that a change adds. */

import type { Mapping, Node } from "../../yaml/tree/node.ts";
import type { Effect, ResourceChange } from "../report.ts";
import { mappingsAt, textAt, textsAt } from "./field_at.ts";

/** A permission, or several if it contains `*`. An empty `name` means any object. */
interface Permission {
  verb: string;
  group: string;
  /** A resource, or a path of the API server, which starts with `/`. */
  resource: string;
  name: string;
}

export function* widerPermissions(resource: ResourceChange): Iterable<Effect> {
  const change = resource.fields.find(({ path }) => /^(?:rules|subjects|roleRef)\b/.test(path));
  for (const effect of widenings(resource)) yield { ...effect, change };
}

function* widenings({ before, after }: ResourceChange): Iterable<Effect> {
  switch (after?.kind) {
    case "Role":
    case "ClusterRole":
      if (before !== undefined) yield* widerRole(before.node, after.node);
      break;
    case "RoleBinding":
    case "ClusterRoleBinding":
      yield* widerBinding(before?.node, after.node);
  }
}

function* widerRole(before: Node, after: Node): Iterable<Effect> {
  const old = permissionsOf(before);
  const added = permissionsOf(after).filter((permission) => !old.some((one) => covers(one, permission)));
  if (added.length === 0) return;
  const texts = [...new Set(added.map(describe))];
  const more = texts.length > MOST ? ` and ${texts.length - MOST} more` : "";
  yield { code: "wider-rbac", message: `allows more: ${texts.slice(0, MOST).join(", ")}${more}` };
}

const MOST = 3;

/** A binding that names a different role counts as a new one. */
function* widerBinding(before: Mapping | undefined, after: Mapping): Iterable<Effect> {
  const isSameRole = before !== undefined && roleOf(before) === roleOf(after);
  const old = new Set(isSameRole ? mappingsAt(before, "subjects").map(subjectOf) : []);
  const added = mappingsAt(after, "subjects").map(subjectOf).filter((subject) => !old.has(subject));
  if (added.length > 0) yield { code: "wider-rbac", message: `grants ${roleOf(after)} to ${added.join(", ")}` };
}

function roleOf(binding: Mapping): string {
  return `${textAt(binding, "roleRef", "kind")} ${textAt(binding, "roleRef", "name")}`;
}

function subjectOf(subject: Mapping): string {
  const namespace = textAt(subject, "namespace");
  return `${textAt(subject, "kind")} ${namespace === "" ? "" : `${namespace}/`}${textAt(subject, "name")}`;
}

function permissionsOf(role: Node): Permission[] {
  return mappingsAt(role, "rules").flatMap((rule) => {
    const names = textsAt(rule, "resourceNames");
    const paths = textsAt(rule, "nonResourceURLs").map((resource) => ({ group: "", resource, name: "" }));
    const objects = textsAt(rule, "apiGroups").flatMap((group) =>
      textsAt(rule, "resources").flatMap((resource) =>
        (names.length === 0 ? [""] : names).map((name) => ({ group, resource, name }))
      )
    );
    return textsAt(rule, "verbs").flatMap((verb) => [...objects, ...paths].map((what) => ({ verb, ...what })));
  });
}

function covers(one: Permission, other: Permission): boolean {
  return matches(one.verb, other.verb) && matches(one.group, other.group) &&
    matchesResource(one.resource, other.resource) && (one.name === "" || one.name === other.name);
}

function matches(pattern: string, text: string): boolean {
  return pattern === "*" || pattern === text;
}

/** `*` is every resource, `* /scale` a subresource of each, and `/healthz/*` all paths below. */
function matchesResource(pattern: string, text: string): boolean {
  if (text.startsWith("/")) {
    return pattern === text ||
      (pattern.startsWith("/") && pattern.endsWith("*") && text.startsWith(pattern.slice(0, -1)));
  }
  if (pattern.startsWith("*/")) return text.slice(text.indexOf("/")) === pattern.slice(1);
  return matches(pattern, text);
}

function describe({ verb, group, resource, name }: Permission): string {
  const object = name === "" ? resource : `${resource} ${name}`;
  return `${verb} ${group === "" ? object : `${object} (${group})`}`;
}
