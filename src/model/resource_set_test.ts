import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { resourcesOf, setOf } from "../testing/model.ts";
import { Scalar, scalarText } from "../yaml/tree/node.ts";
import { setText } from "../yaml/value/set_text.ts";
import { FieldSpecs } from "./fields/spec.ts";
import { setScalar } from "./fields/set_field.ts";
import { effectiveNamespace, resIdEquals } from "./res_id.ts";
import { type Resource, updateHistory } from "./resource.ts";
import { ResourceSet } from "./resource_set.ts";
import { storePreviousId } from "../history/store_previous_id.ts";

const YAML = `
{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}
---
{apiVersion: v1, kind: ConfigMap, metadata: {name: b, namespace: n}}
---
{apiVersion: v1, kind: Secret, metadata: {name: a}}
`;

/** Looks up each resource by its ids, names and kinds, and compares the results with a full search. */
function checkLookups(set: ResourceSet, after: string): void {
  for (const resource of set.resources) {
    const { id } = resource;
    const current = set.resources.filter((other) => resIdEquals(other.id, id));
    assertEquals(set.byCurrentId(resource), current, `current id after ${after}`);
    const any = set.resources.filter((other) => other.allIds().some((one) => resIdEquals(one, id)));
    assertEquals(set.byAnyId(resource), any, `any id after ${after}`);
    const asWritten = [resource.apiVersion, resource.kind, resource.name, resource.namespace];
    const { node } = resource.copy();
    const metadata = node.get("metadata");
    const field = (name: string) => metadata?.kind === "mapping" ? scalarText(metadata.get(name)) : "";
    const inNode = [
      scalarText(node.get("apiVersion")),
      scalarText(node.get("kind")),
      field("name"),
      field("namespace"),
    ];
    assertEquals(asWritten, inNode, after);
    assertEquals([id.gvk.kind, id.name, id.namespace], inNode.slice(1), after);
    for (const { name, gvk: { kind } } of resource.allIds()) {
      const hasName = set.resources.filter((other) => other.allIds().some((one) => one.name === name));
      const byName = set.index.candidates({ onlyName: name, onlyKind: undefined });
      assertEquals(hasName.filter((one) => !byName.includes(one)), [], `name after ${after}`);
      const hasKind = set.resources.filter((other) => other.allIds().some((one) => one.gvk.kind === kind));
      const byKind = set.index.candidates({ onlyName: undefined, onlyKind: kind });
      assertEquals(hasKind.filter((one) => !byKind.includes(one)), [], `kind after ${after}`);
    }
  }
}

const CHANGES: Record<string, (resource: Resource) => void> = {
  edit: (resource) => resource.edit((node) => setText(node, "kind", "Service")),
  "an edit below metadata": (resource) => resource.edit(() => resource.metadata!.set("name", new Scalar("edited"))),
  "an edit that throws": (resource) => {
    assertThrows(() =>
      resource.edit(() => {
        resource.metadata!.set("name", new Scalar("half"));
        throw new Error("too late");
      })
    );
  },
  "an edit within an edit": (resource) =>
    resource.edit((node) => {
      resource.name = "inner";
      assertEquals(resource.id.name, "inner");
      setText(node, "kind", "Outer");
    }),
  replaceNode: (resource) =>
    resource.replaceNode(resourcesOf("{apiVersion: v2, kind: X, metadata: {name: y}}")[0]!.node),
  name: (resource) => resource.name = "renamed",
  "the name of another": (resource) => resource.name = resource.name === "a" ? "b" : "a",
  namespace: (resource) => resource.namespace = "elsewhere",
  "no namespace": (resource) => resource.namespace = "",
  kind: (resource) => resource.kind = "Service",
  "a cluster-scoped kind": (resource) => resource.kind = "Namespace",
  gvk: (resource) => resource.gvk = { group: "apps", version: "v1", kind: "Deployment" },
  "storePreviousId and a name": (resource) => {
    storePreviousId(resource);
    resource.name = `pre-${resource.name}`;
  },
  updateHistory: (resource) =>
    updateHistory(resource, { previousIds: [{ name: "old", namespace: "default", kind: "ConfigMap" }] }),
  "a forgotten history": (resource) => updateHistory(resource, { previousIds: [] }),
  rewriteLabels: (resource) => resource.rewriteLabels((labels) => labels.set("a", "b")),
  "a field spec": (resource) =>
    new FieldSpecs([{ path: "metadata/name", create: false }])
      .visit(resource, undefined, (node, at) => setScalar(node, "by-spec", "", at)),
};

Deno.test("lookups are correct after every change of a resource", () => {
  for (const [name, change] of Object.entries(CHANGES)) {
    for (const changed of [0, 1, 2]) {
      const set = setOf(YAML);
      checkLookups(set, "reading");
      change(set.resources[changed]!);
      checkLookups(set, name);
    }
  }
});

Deno.test("lookups are correct after any two changes, with or without a lookup in between", () => {
  for (const [first, one] of Object.entries(CHANGES)) {
    for (const [second, two] of Object.entries(CHANGES)) {
      for (const isSeen of [true, false]) {
        const set = setOf(YAML);
        checkLookups(set, "reading");
        one(set.resources[0]!);
        if (isSeen) checkLookups(set, first);
        two(set.resources[0]!);
        two(set.resources[2]!);
        checkLookups(set, `${first} and ${second}`);
      }
    }
  }
});

Deno.test("lookups are correct after every change of a set", () => {
  const changes: Record<string, (set: ResourceSet) => void> = {
    append: (set) => set.append(resourcesOf("{apiVersion: v1, kind: Secret, metadata: {name: c}}")[0]!),
    replace: (set) => set.replace(set.resources[1]!, resourcesOf("{apiVersion: v1, kind: C, metadata: {name: c}}")[0]!),
    filter: (set) => set.filter(({ kind }) => kind === "Secret"),
    "sort with two of an id": (set) => {
      updateHistory(set.resources[1]!, { previousIds: [{ name: "a", namespace: "default", kind: "ConfigMap" }] });
      set.sort((list) => list.reverse());
    },
    sort: (set) => set.sort((list) => list.sort((a, b) => a.kind < b.kind ? 1 : -1)),
    scopesChanged: (set) => set.scopesChanged(),
  };
  for (const [name, change] of Object.entries(changes)) {
    const set = setOf(YAML);
    checkLookups(set, "reading");
    change(set);
    checkLookups(set, name);
  }
});

Deno.test("two resources with one id are told apart from one that is added twice", () => {
  const yaml = "{kind: A, metadata: {name: a}}";
  const [one, two] = resourcesOf(`${yaml}\n---\n${yaml}`);
  const [ofOtherFile] = resourcesOf(yaml);
  const notes = (...resources: Resource[]) =>
    diagnosticOf("resource-conflict", () => setOf("").appendAll(resources)).notes;
  assertEquals(notes(one!, one!.copy()), []);
  assertEquals(notes(one!, two!), [{ message: "the other one is here", place: one!.place }]);
  assertEquals(notes(ofOtherFile!, one!), [{ message: "the other one is here", place: ofOtherFile!.place }]);
});

Deno.test("a resource removed from a set is not found there, and keeps an id", () => {
  const set = setOf("{apiVersion: v1, kind: Namespace, metadata: {name: a}}");
  const [resource] = set.resources;
  assertEquals(effectiveNamespace(resource!.id), "_non_namespaceable_");
  set.filter(() => false);
  assertEquals(set.byCurrentId(resource!), []);
  assertEquals(effectiveNamespace(resource!.id), "default");
});

Deno.test("restore() goes back to an earlier list", () => {
  const set = setOf(YAML);
  const earlier = [...set.resources];
  set.filter(({ kind }) => kind === "Secret");
  const [pod] = resourcesOf("{apiVersion: v1, kind: Pod, metadata: {name: p}}");
  set.append(pod!);
  set.restore(earlier);
  assertEquals(set.resources, earlier);
  assertEquals(set.byCurrentId(pod!), []);
  checkLookups(set, "restore()");
});

Deno.test("a set compares ids by its own scopes, which the schema may add later", () => {
  const scoped = new Set<string>();
  const set = new ResourceSet({ isClusterScoped: ({ kind }) => scoped.has(kind) });
  const [one, two] = resourcesOf(
    "{apiVersion: v1, kind: A, metadata: {name: a, namespace: n}}\n---\n{apiVersion: v1, kind: A, metadata: {name: a}}",
  );
  set.append(one!);
  assertEquals(set.byCurrentId(two!), []);
  scoped.add("A");
  set.scopesChanged();
  assertEquals(set.byCurrentId(two!), [one]);
  assertThrows(() => set.append(two!), KustError, "already registered");
});

Deno.test("checkIds() looks again once an id or the scopes of kinds have changed", () => {
  let clusterScoped = false;
  const set = new ResourceSet({ isClusterScoped: () => clusterScoped });
  set.appendAll(resourcesOf("{kind: A, metadata: {name: a, namespace: n}}\n---\n{kind: A, metadata: {name: a}}"));
  set.checkIds();
  clusterScoped = true;
  set.scopesChanged();
  assertThrows(() => set.checkIds(), KustError, "already registered id: A 'a'");
  clusterScoped = false;
  set.scopesChanged();
  set.checkIds();
  set.resources[1]!.namespace = "n";
  assertThrows(() => set.checkIds(), KustError, "already registered id: A 'a' in namespace 'n'");
});
