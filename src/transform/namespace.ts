/** Sets the namespace of resources, and of the references to namespaces in them. */

import { fail, type Note } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/did_you_mean.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { metadata } from "../kustomization/fields.ts";
import { readOne } from "../kustomization/read_fields.ts";
import { failKind, type Location } from "../model/fields/field_error.ts";
import { type FieldSpec, FieldSpecs, type FieldVisitor, PreparedFieldSpec } from "../model/fields/spec.ts";
import { describeId } from "../model/res_id.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { setScalar } from "../model/fields/set_field.ts";
import { type Mapping, type Node, Scalar } from "../yaml/tree/node.ts";
import { isTaggedNull } from "../yaml/scalar/resolve.ts";
import { type FieldTransformerKind, readFieldSpecs, type Transform } from "./transform.ts";
import { storePreviousId } from "../history/store_previous_id.ts";

/**
 * Which subjects of a RoleBinding or ClusterRoleBinding get the namespace: those named `default`, every ServiceAccount,
 * none.
 */
const SUBJECT_MODES = ["defaultOnly", "allServiceAccounts", "none"];

export interface NamespaceSettings {
  namespace: string;
  fieldSpecs: readonly FieldSpec[];
  /** Leave existing namespaces alone. Default: false. */
  unsetOnly?: boolean;
  /** Default: `defaultOnly`; "" counts as absent. */
  setRoleBindingSubjects?: string;
}

export const namespaceTransformer: FieldTransformerKind = {
  configure: (settings) =>
    namespace({
      namespace: readOne(settings, "metadata", metadata).namespace,
      fieldSpecs: readFieldSpecs(settings),
      unsetOnly: settings.flag("unsetOnly"),
      setRoleBindingSubjects: settings.text("setRoleBindingSubjects"),
    }),
  fromFields: (kustomization, config) => [
    { transform: namespace({ namespace: kustomization.namespace, fieldSpecs: config.namespace }) },
  ],
};

/** Throws `invalid-value`; the transform throws `resource-conflict` if two resources would have the same id. */
export function namespace(settings: NamespaceSettings): Transform {
  checkSubjectMode(settings.setRoleBindingSubjects ?? "");
  return (set, { compat }) => {
    if (settings.namespace === "") return;
    const setter = new NamespaceSetter(settings);
    for (const resource of set.resources) {
      // Helm has already been given the namespace.
      if (resource.history.fromHelm && compat.has("charts-get-namespace")) continue;
      storePreviousId(resource);
      setter.apply(resource);
      checkConflict(set, resource);
    }
  };
}

/** Sets the namespace of individual resources, without regard to previous ids and conflicts. */
export class NamespaceSetter {
  readonly #mode: string;
  readonly #own = new PreparedFieldSpec({ path: "metadata/namespace", create: true });
  readonly #inCoreV1: FieldSpecs;
  readonly #elsewhere: FieldSpecs;
  readonly #set: FieldVisitor;

  constructor({ namespace, fieldSpecs, unsetOnly = false, setRoleBindingSubjects = "" }: NamespaceSettings) {
    this.#mode = setRoleBindingSubjects || "defaultOnly";
    const specs = fieldSpecs.filter((spec) => spec.path !== "metadata/namespace" && !isOfSubjects(spec));
    this.#inCoreV1 = new FieldSpecs(specs);
    // Only a core object may be renamed to the namespace: `kind: Namespace` exists in other groups too.
    this.#elsewhere = new FieldSpecs(specs.filter(({ path }) => path !== "metadata/name"));
    this.#set = (node, at) => {
      if (!(unsetOnly && hasText(node))) setScalar(node, namespace, "!!str", at);
    };
  }

  /** Throws `wrong-type` if a field for the namespace is not a scalar. */
  apply(resource: Resource): void {
    const { gvk, clusterScoped } = resource.id;
    if (!clusterScoped) this.#own.visit(resource, { kind: "scalar", tag: "" }, this.#set);
    if (isRoleBinding(gvk.kind)) this.#setSubjects(resource);
    const specs = gvk.group === "" && gvk.version === "v1" ? this.#inCoreV1 : this.#elsewhere;
    specs.visit(resource, { kind: "scalar", tag: "!!str" }, this.#set);
  }

  #setSubjects(resource: Resource): void {
    if (this.#mode === "none") return;
    const at: Location = { path: "subjects", resource };
    resource.edit((node) => this.#setIn(node.get("subjects"), at));
  }

  #setIn(subjects: Node | undefined, at: Location): void {
    if (subjects === undefined || isTaggedNull(subjects)) return;
    if (subjects.kind !== "sequence") failKind("sequence", subjects, at);
    for (const subject of subjects.items) {
      if (isTaggedNull(subject)) continue;
      if (subject.kind !== "mapping") failKind("mapping", subject, at);
      if (this.#isMeant(subject, at)) this.#set(namespaceOf(subject), { ...at, path: "subjects/namespace" });
    }
  }

  #isMeant(subject: Mapping, at: Location): boolean {
    const [field, wanted] = this.#mode === "defaultOnly"
      ? ["name", "default"] as const
      : ["kind", "ServiceAccount"] as const;
    const value = subject.get(field);
    if (value === undefined) return false;
    if (value.kind !== "scalar") failKind("scalar", value, { ...at, path: `subjects/${field}` });
    return value.value === wanted;
  }
}

function isRoleBinding(kind: string | undefined): boolean {
  return kind === "RoleBinding" || kind === "ClusterRoleBinding";
}

/**
 * The subjects of role bindings have their own rule, `setRoleBindingSubjects`, which takes precedence over field specs.
 */
function isOfSubjects({ kind, path }: FieldSpec): boolean {
  return isRoleBinding(kind) && path === "subjects/namespace";
}

/** The namespace of a subject, created if it is missing. */
function namespaceOf(subject: Mapping): Node {
  const namespace = subject.get("namespace");
  if (namespace !== undefined) return namespace;
  const made = new Scalar("");
  subject.entries.push({ key: new Scalar("namespace"), value: made });
  return made;
}

function hasText(node: Node): boolean {
  return node.kind === "scalar" && node.value !== "" && !isTaggedNull(node);
}

function checkSubjectMode(mode: string): void {
  if (mode === "" || SUBJECT_MODES.includes(mode)) return;
  fail("invalid-value", `setRoleBindingSubjects must be one of ${SUBJECT_MODES.join(", ")}, but is '${mode}'`, {
    hint: didYouMean(nearest(mode, SUBJECT_MODES)),
  });
}

function checkConflict(set: ResourceSet, resource: Resource): void {
  const same = set.byCurrentId(resource);
  if (same.length === 1) return;
  const notes: Note[] = same.filter((other) => other !== resource).map((other) => ({
    message: "the other one is here",
    place: other.place,
  }));
  fail("resource-conflict", `two resources would have the same id: ${describeId(resource.id)}`, {
    place: resource.place,
    notes,
    hint: "resources of the same kind need different names within a namespace; rename or remove one",
  });
}
