import { assertEquals } from "@std/assert";
import { DEFAULT_TRANSFORMER_CONFIG } from "../kustomization/config/default_field_specs.ts";
import { diagnosticOf, lineOf } from "../testing/diagnostics.ts";
import { apply, namesIn, setOf, textOfSet } from "../testing/model.ts";
import { namespace, type NamespaceSettings } from "./namespace.ts";
import { updateHistory } from "../model/resource.ts";

const fieldSpecs = DEFAULT_TRANSFORMER_CONFIG.namespace;

function transformed(yaml: string, settings: Partial<NamespaceSettings> = {}) {
  const set = setOf(yaml);
  apply(namespace({ namespace: "new", fieldSpecs, ...settings }), set);
  return set;
}

Deno.test("namespaced kinds get the namespace, and core Namespaces its name", () => {
  const set = transformed(`{apiVersion: v1, kind: Secret, metadata: {name: a}}
---
{apiVersion: v1, kind: Secret, metadata: {name: b, namespace: old}}
---
{apiVersion: v1, kind: Namespace, metadata: {name: old}}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: c}}
---
{apiVersion: example.com/v1, kind: Namespace, metadata: {name: d}}
`);
  assertEquals(namesIn(set), ["new:Secret/a", "new:Secret/b", "Namespace/new", "ClusterRole/c", "Namespace/d"]);
});

Deno.test("unsetOnly keeps existing namespaces", () => {
  const yaml = `{kind: Secret, metadata: {name: a, namespace: old}}
---
{kind: Secret, metadata: {name: b, namespace: ""}}
---
{kind: Secret, metadata: {name: c}}
`;
  assertEquals(namesIn(transformed(yaml, { unsetOnly: true })), ["old:Secret/a", "new:Secret/b", "new:Secret/c"]);
});

const BINDING = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: b
subjects:
- kind: ServiceAccount
  name: default
- kind: ServiceAccount
  name: other
- kind: User
  name: default
`;

function subjectNamespaces(setRoleBindingSubjects: string): number[] {
  const text = textOfSet(transformed(BINDING, {
    setRoleBindingSubjects,
    fieldSpecs: [{ path: "subjects/namespace", kind: "ClusterRoleBinding", create: true }],
  }));
  return text.split("\n- ").slice(1).map((subject) => subject.includes("namespace: new") ? 1 : 0);
}

Deno.test("subjects of role bindings follow their own mode, not the field specs", () => {
  assertEquals(subjectNamespaces(""), [1, 0, 1]);
  assertEquals(subjectNamespaces("defaultOnly"), [1, 0, 1]);
  assertEquals(subjectNamespaces("allServiceAccounts"), [1, 1, 0]);
  assertEquals(subjectNamespaces("none"), [0, 0, 0]);
  const { hint } = diagnosticOf("invalid-value", () => subjectNamespaces("defaultonly"));
  assertEquals(hint, "did you mean 'defaultOnly'?");
});

Deno.test("field specs apply to other fields of role bindings, and to subjects of other kinds", () => {
  const yaml = "kind: RoleBinding\nmetadata: {name: a}\nsubjects: [{name: x}]\nspec: {ns: old}\n---\n" +
    "kind: Group\nmetadata: {name: b}\nsubjects: [{namespace: old}]\n";
  const fieldSpecs = [["RoleBinding", "spec/ns"], ["Group", "subjects/namespace"]]
    .map(([kind = "", path = ""]) => ({ kind, path, create: false }));
  assertEquals(
    textOfSet(transformed(yaml, { fieldSpecs })),
    "kind: RoleBinding\nmetadata:\n  name: a\n  namespace: new\nspec:\n  ns: new\nsubjects:\n- name: x\n---\n" +
      "kind: Group\nmetadata:\n  name: b\n  namespace: new\nsubjects:\n- namespace: new\n",
  );
});

Deno.test("a null among the subjects, or in place of a name, is left alone", () => {
  const yaml = "kind: RoleBinding\nmetadata: {name: b, namespace: new}\nsubjects: [null, {name: null}, {kind: User}]\n";
  assertEquals(textOfSet(transformed(yaml)), textOfSet(setOf(yaml)));
});

Deno.test("subjects of another kind are errors", () => {
  diagnosticOf("wrong-type", () => transformed("kind: RoleBinding\nmetadata: {name: b}\nsubjects: text\n"));
  diagnosticOf("wrong-type", () => transformed("kind: RoleBinding\nmetadata: {name: b}\nsubjects: [text]\n"));
  diagnosticOf("wrong-type", () => transformed("kind: RoleBinding\nmetadata: {name: b}\nsubjects: [{name: []}]\n"));
});

Deno.test("two resources with the same resulting id are an error that names both", () => {
  const yaml =
    "kind: Secret\nmetadata: {name: a, namespace: x}\n---\nkind: Secret\nmetadata: {name: a, namespace: y}\n";
  const conflict = diagnosticOf("resource-conflict", () => transformed(yaml));
  assertEquals(lineOf(conflict), "r.yaml:4:1");
  assertEquals(conflict.notes?.map(({ place }) => place?.offset), [0]);
});

Deno.test("resources from helm charts are unchanged", () => {
  const set = setOf("{kind: Secret, metadata: {name: a}}");
  updateHistory(set.resources[0]!, { fromHelm: true });
  apply(namespace({ namespace: "new", fieldSpecs }), set);
  assertEquals(namesIn(set), ["Secret/a"]);
});
