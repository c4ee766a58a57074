/** Updates the fields that refer to renamed resources. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { NameBackReference } from "../../kustomization/config/transformer_config.ts";
import { describe, failKind, type Location, withPlace } from "../../model/fields/field_error.ts";
import { PreparedFieldSpec, Trail } from "../../model/fields/spec.ts";
import { type Gvk, gvkIsSelected } from "../../model/gvk.ts";
import { describeId } from "../../model/res_id.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceSet } from "../../model/resource_set.ts";
import { overwriteScalar, setText } from "../../yaml/value/set_text.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import { type Mapping, type Node, type Scalar, scalarText } from "../../yaml/tree/node.ts";
import { describeNode } from "../../yaml/value/describe_node.ts";
import { isTaggedNull, tagOf } from "../../yaml/scalar/resolve.ts";
import { failOnKey } from "../../yaml/value/unique_keys.ts";
import { isTextKey } from "../../yaml/write/print_scalar.ts";
import { NameCandidates, type Reference, type Referrer } from "./name_candidates.ts";

export class NameReferences {
  readonly #references: readonly NameBackReference[];
  readonly #fieldsByType = new Map<string, readonly ReferenceField[]>();

  constructor(references: readonly NameBackReference[]) {
    this.#references = references;
  }

  /**
   * Throws `ambiguous-reference` if a name may mean several resources with different new names, and `wrong-type` if a
   * reference is not a text or mapping, or an apiVersion is null, and `invalid-value` for one that begins with a slash.
   */
  update(set: ResourceSet): void {
    const candidates = new NameCandidates(set.resources);
    for (const resource of set.resources) {
      const fields = this.#fieldsOf(resource.originalId.gvk);
      if (fields.length === 0) continue;
      checkApiVersion(resource);
      const referrer: Referrer = { resource, boundNamespaces: boundNamespaces(resource) };
      const trail = new Trail(resource);
      for (const { target, spec } of fields) {
        spec.visitAlong(trail, (node, at) => new ReferenceUpdater(candidates, referrer, target).update(node, at));
      }
    }
  }

  /** The fields of resources that originally had a type, in table order. */
  #fieldsOf(gvk: Gvk): readonly ReferenceField[] {
    const key = `${gvk.kind}\0${gvk.version}\0${gvk.group}`;
    let fields = this.#fieldsByType.get(key);
    if (fields === undefined) {
      this.#fieldsByType.set(key, fields = this.#selectFields(gvk));
    }
    return fields;
  }

  #selectFields(gvk: Gvk): ReferenceField[] {
    const fields: ReferenceField[] = [];
    for (const target of this.#references) {
      for (const spec of target.fieldSpecs) {
        if (gvkIsSelected(gvk, spec)) fields.push({ target, spec: new PreparedFieldSpec(spec) });
      }
    }
    return fields;
  }
}

/**
 * kustomize compares the text of the apiVersion with group and version joined again, and fails if they differ: for a
 * null that is written as text, and without a group before the slash.
 */
function checkApiVersion({ node, kind, name }: Resource): void {
  const apiVersion = node.get("apiVersion");
  const text = scalarText(apiVersion);
  if (text.startsWith("/")) {
    fail("invalid-value", `the apiVersion of ${kind} '${name}' has no group before its slash`, atPlace(apiVersion));
  }
  if (text === "" || !isTaggedNull(apiVersion)) return;
  fail("wrong-type", `the apiVersion of ${kind} '${name}' must be a string, but is null`, atPlace(apiVersion));
}

interface ReferenceField {
  /** The type of the referenced resource. */
  target: Partial<Gvk>;
  spec: PreparedFieldSpec;
}

/** Updates one reference field of one resource. */
class ReferenceUpdater {
  readonly #candidates: NameCandidates;
  readonly #referrer: Referrer;
  readonly #target: Partial<Gvk>;

  constructor(candidates: NameCandidates, referrer: Referrer, target: Partial<Gvk>) {
    this.#candidates = candidates;
    this.#referrer = referrer;
    this.#target = target;
  }

  update(node: Node, at: Location): void {
    if (node.kind !== "sequence") return this.#updateOne(node, at);
    for (const item of node.items) {
      if (item.kind === "sequence") failKind("mapping", item, at);
      this.#updateOne(item, at);
    }
  }

  #updateOne(node: Node, at: Location): void {
    if (node.kind === "mapping") this.#updateMapping(node, at);
    else if (node.kind === "scalar" && !isTaggedNull(node)) this.#updateName(node, at);
  }

  #updateName(node: Scalar, at: Location): void {
    const found = this.#find(node.value, undefined, node, at, haveSameName);
    if (found !== undefined && found.name !== node.value) overwriteScalar(node, found.name);
  }

  /** A mapping has the name under `name` and may have a namespace, which is part of the reference. */
  #updateMapping(node: Mapping, at: Location): void {
    const name = node.get("name");
    if (name === undefined) {
      fail("field-not-found", `${at.path} of ${describe(at)} refers to a resource but has no field 'name'`, {
        ...withPlace(node, at),
        hint: "end the field spec of the name reference with the field that holds the name",
      });
    }
    const namespace = node.get("namespace");
    const written = namespace === undefined ? undefined : scalarText(namespace);
    const found = this.#find(scalarText(name), written, name, at, haveSameNameAndNamespace);
    if (found === undefined || (found.name === scalarText(name) && found.namespace === "")) return;
    setText(node, "name", found.name);
    // No namespace means any here, and must not replace `default`.
    if (found.namespace !== "") setText(node, "namespace", found.namespace);
  }

  #find(
    name: string,
    namespace: string | undefined,
    node: Node,
    at: Location,
    areAlike: (a: Resource, b: Resource) => boolean,
  ): Resource | undefined {
    const role = at.path.endsWith("roleRef/name") ? roleType(this.#referrer.resource) : undefined;
    const types = role === undefined ? [this.#target] : [this.#target, role];
    const reference: Reference = { name, types, namespace };
    const [first, ...others] = this.#candidates.find(reference, this.#referrer);
    if (first !== undefined && !others.every((other) => areAlike(first, other))) {
      failAmbiguous(name, [first, ...others], node, at);
    }
    return first;
  }
}

function haveSameName(a: Resource, b: Resource): boolean {
  return a.name === b.name;
}

function haveSameNameAndNamespace(a: Resource, b: Resource): boolean {
  return a.name === b.name && a.namespace === b.namespace;
}

/** The type in a role binding's `roleRef`, if it is complete. */
function roleType(binding: Resource): Partial<Gvk> | undefined {
  const roleRef = binding.node.get("roleRef");
  if (roleRef?.kind !== "mapping") return undefined;
  const group = roleRef.get("apiGroup");
  const kind = roleRef.get("kind");
  return group === undefined || kind === undefined ? undefined : { group: scalarText(group), kind: scalarText(kind) };
}

/**
 * The namespaces of the service accounts among the subjects. Throws `wrong-type` if one, or a kind, is not text, and
 * `invalid-key` for such a key of a subject, on which kustomize crashes.
 */
function boundNamespaces(resource: Resource): ReadonlySet<string> {
  const namespaces = new Set<string>();
  const subjects = resource.kind === "RoleBinding" ? resource.node.get("subjects") : undefined;
  if (subjects?.kind !== "sequence") return namespaces;
  for (const subject of subjects.items) {
    if (subject.kind !== "mapping") failKind("mapping", subject, { path: "subjects", resource });
    for (const { key } of subject.entries) if (!isTextKey(key)) failOnKey(key);
    const namespace = subject.get("namespace");
    const kind = subject.get("kind");
    if (namespace === undefined || kind === undefined) continue;
    if (textAt(kind, { path: "subjects/kind", resource }) !== "ServiceAccount") continue;
    namespaces.add(textAt(namespace, { path: "subjects/namespace", resource }));
  }
  return namespaces;
}

function textAt(node: Node, at: Location): string {
  if (tagOf(node) === "!!str") return scalarText(node);
  fail(
    "wrong-type",
    `${at.path} of ${describe(at)} must be a string, but is ${describeNode(node)}`,
    withPlace(node, at),
  );
}

function failAmbiguous(name: string, candidates: Resource[], node: Node, at: Location): never {
  fail(
    "ambiguous-reference",
    `${at.path} of ${describe(at)}: '${name}' may refer to any of ${candidates.length} resources`,
    {
      ...withPlace(node, at),
      notes: candidates.map((candidate) => ({
        message: `it may refer to ${describeId(candidate.id)}`,
        place: candidate.place,
      })),
      hint: "give the resources different names before prefixes, suffixes and hashes are added",
    },
  );
}
