import { assert, assertEquals, assertThrows } from "@std/assert";
import { NEWEST } from "../../compat/compat.ts";
import { earlierRelease } from "../../compat/earlier.ts";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { Source } from "../../diagnostics/source.ts";
import type { Patch } from "../../kustomization/types.ts";
import { readResources } from "../../model/read/read_resources.ts";
import { type Resource, updateHistory } from "../../model/resource.ts";
import { ResourceSet } from "../../model/resource_set.ts";
import { createSchema } from "../../schema/build_schema.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { apply } from "../../testing/model.ts";
import { threadMs } from "../../testing/thread_time.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import { type Mapping, scalarText } from "../../yaml/tree/node.ts";
import { print } from "../../yaml/write/print.ts";
import { applyMergePatch } from "./apply_merge.ts";
import { patch as patchEntry } from "./patches.ts";
import { patchJson6902 } from "./patches_json6902.ts";
import { patchStrategicMerge } from "./patches_strategic_merge.ts";
import type { ConfigureContext, Transform } from "../transform.ts";
import { storePreviousId } from "../../history/store_previous_id.ts";

const CONTEXT: ConfigureContext = {
  readText: (path) => new Source(path, FILES[path]!),
  rootName: "app",
  compat: NEWEST,
};

const FILES: Record<string, string> = {
  "empty.yaml": "# nothing\n",
  "merge.yaml": "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {x: file}}",
};

/** A node in a text that is its own name. */
function placed(text: string): Mapping {
  return parseDocument(new Source(text, text)) as Mapping;
}

const MAPS = `
{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {x: "1"}}
---
{apiVersion: v1, kind: ConfigMap, metadata: {name: b}, data: {x: "2"}}
`;

/** An entry of `patches` with an inline `patch`. */
function entry(patch: string, rest: Partial<Patch> = {}): Patch {
  return { path: { value: "" }, patch: { value: patch }, ...rest };
}

function target(parts: Partial<Patch["target"]>): Partial<Patch> {
  const all = { group: "", version: "", kind: "", name: "", namespace: "", annotationSelector: "", labelSelector: "" };
  return { target: { ...all, ...parts } };
}

function setOf(text: string): ResourceSet {
  const set = new ResourceSet({ isClusterScoped: () => false });
  set.appendAll(readResources(new Source("r.yaml", text)));
  return set;
}

function run(transform: Transform, set: ResourceSet): ResourceSet {
  apply(transform, set);
  return set;
}

function patched(patch: Patch, set: ResourceSet): ResourceSet {
  return run(patchEntry(patch, CONTEXT), set);
}

/** The names of the resources in the set. */
function names(set: ResourceSet): string[] {
  return set.resources.map(({ name }) => name);
}

function printed({ node }: Resource): string {
  return print(node).replace(/^apiVersion: v1\n|kind: ConfigMap\n/gm, "");
}

function failure(act: () => unknown): KustError["diagnostic"] {
  return assertThrows(act, KustError).diagnostic;
}

/** A merge patch of a ConfigMap. */
function mergePatch(name: string, rest: string): string {
  return `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}${rest}`;
}

Deno.test("a merge patch without target changes the resource with its id", () => {
  const set = patched(entry(mergePatch("a", "}, data: {y: z}}")), setOf(MAPS));
  assertEquals(printed(set.resources[0]!), 'data:\n  x: "1"\n  "y": z\nmetadata:\n  name: a\n');
  assertEquals(printed(set.resources[1]!), 'data:\n  x: "2"\nmetadata:\n  name: b\n');
});

Deno.test("a merge patch finds a resource by an earlier id", () => {
  const set = setOf(MAPS);
  const [resource] = set.resources;
  storePreviousId(resource!);
  resource!.name = "renamed";
  patched(entry(mergePatch("a", "}, data: {x: z}}")), set);
  assertEquals(printed(resource!), "data:\n  x: z\nmetadata:\n  name: renamed\n");
});

Deno.test("a merge patch that matches no resource names the nearest ones", () => {
  const { code, notes, place } = failure(() => patched(entry(mergePatch("aa", "}}")), setOf(MAPS)));
  assertEquals([code, place?.source.name], ["no-match", "an inline patch"]);
  assertEquals(notes?.map(({ message }) => message), ["there is ConfigMap 'a' (v1)", "there is ConfigMap 'b' (v1)"]);
  const other = failure(() => patched(entry("{apiVersion: v1, kind: Secret, metadata: {name: a}}"), setOf(MAPS)));
  assertEquals(other.notes?.map(({ message }) => message), ["there is ConfigMap 'a' (v1)"]);
  assertEquals(other.hint, "kinds found: ConfigMap");
});

Deno.test("a merge patch that matches several resources names them", () => {
  const set = setOf(MAPS);
  for (const resource of set.resources) {
    updateHistory(resource, { previousIds: [{ name: "old", namespace: "default", kind: "ConfigMap" }] });
  }
  const { code, notes } = failure(() => patched(entry(mergePatch("old", "}}")), set));
  assertEquals([code, notes?.length], ["ambiguous-target", 2]);
  assertEquals(
    notes?.[0]?.message,
    "there is ConfigMap 'a' (v1), originally ConfigMap 'old' (v1) in namespace 'default'",
  );
});

Deno.test("several merge patches in one text apply in order, and see earlier deletions", () => {
  const remove = "---\n$patch: delete\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
  const set = patched(entry(mergePatch("b", "}, data: {x: z}}\n") + remove), setOf(MAPS));
  assertEquals(names(set), ["b"]);
  assertEquals(failure(() => patched(entry(remove + remove), setOf(MAPS))).code, "no-match");
});

Deno.test("a merge patch with a target changes all that it selects, but not their names", () => {
  const patch = entry(mergePatch("ignored", ", namespace: ignored}, data: {x: z}}"), target({ kind: "ConfigMap" }));
  const set = patched(patch, setOf(MAPS));
  assertEquals(set.resources.map(printed), ["a", "b"].map((name) => `data:\n  x: z\nmetadata:\n  name: ${name}\n`));
});

Deno.test("a null label deletes in a patch without a target, and is text in one with a target", () => {
  const labelled = setOf("{apiVersion: v1, kind: ConfigMap, metadata: {name: a, labels: {x: y, z: z}}}");
  const patch = mergePatch("a", ", labels: {x: null}}}");
  assertEquals(printed(patched(entry(patch), labelled).resources[0]!), "metadata:\n  labels:\n    z: z\n  name: a\n");
  const selected = patched(entry(patch, target({ name: "a" })), labelled);
  assertEquals(printed(selected.resources[0]!), 'metadata:\n  labels:\n    x: "null"\n    z: z\n  name: a\n');
});

Deno.test("a merge patch changes name and kind if its options allow it, and the old id is kept", () => {
  const options = { allowNameChange: true, allowKindChange: true };
  const patch = entry("{apiVersion: v1, kind: Secret, metadata: {name: c}}", { ...target({ name: "a" }), options });
  const set = patched(patch, setOf(MAPS));
  const [resource] = set.resources;
  assertEquals([resource!.kind, resource!.name], ["Secret", "c"]);
  assertEquals(resource!.originalId.name, "a");
});

Deno.test("a merge patch must not give two resources the same id", () => {
  const options = { allowNameChange: true, allowKindChange: false };
  const { code } = failure(() =>
    patched(entry(mergePatch("a", "}}"), { ...target({ name: "b" }), options }), setOf(MAPS))
  );
  assertEquals(code, "resource-conflict");
});

Deno.test("a merge patch with a target must be one document", () => {
  const two = `${mergePatch("a", "}}")}\n---\n${mergePatch("b", "}}")}`;
  assertEquals(failure(() => patched(entry(two, target({ kind: "ConfigMap" })), setOf(MAPS))).code, "invalid-patch");
});

Deno.test("an empty patch does nothing", () => {
  for (const text of ["{}", "[]", "# nothing", "---\n---\n"]) {
    assertEquals(names(patched(entry(text), setOf(MAPS))), ["a", "b"]);
  }
});

Deno.test("a JSON patch changes all that its target selects, and keeps their ids", () => {
  const set = patched(entry("- op: add\n  path: /data/n\n  value: 5\n", target({ kind: "Config.*" })), setOf(MAPS));
  assertEquals(set.resources.map((resource) => resource.history.previousIds.length), [1, 1]);
  assertEquals(printed(set.resources[1]!), 'data:\n  "n": 5\n  x: "2"\nmetadata:\n  name: b\n');
});

Deno.test("a JSON patch may add to annotations even if only kustomize's exist, and turns all of them into text", () => {
  const patch = "- {op: add, path: /metadata/annotations/a, value: 5}";
  const set = patched(entry(patch, target({ name: "a" })), setOf(MAPS));
  assertEquals(printed(set.resources[0]!), 'data:\n  x: "1"\nmetadata:\n  annotations:\n    a: "5"\n  name: a\n');
  const legacy = patchJson6902(entry(patch, target({ name: "a" })), CONTEXT, "patch");
  assertEquals(failure(() => run(legacy, setOf(MAPS))).code, "patch-does-not-apply");
});

Deno.test("a merge patch that removes annotations removes the history, a JSON patch does not", () => {
  const merge = entry(mergePatch("a", ", annotations: null}}"));
  const json = entry("- {op: remove, path: /metadata/annotations}", target({ name: "a" }));
  for (const [patch, expected] of [[merge, [0, false]], [json, [2, true]]] as const) {
    const set = setOf(MAPS);
    const { history } = set.resources[0]!;
    updateHistory(set.resources[0]!, { needsHash: true });
    storePreviousId(set.resources[0]!);
    patched(patch, set);
    assertEquals([history.previousIds.length, history.needsHash], expected);
  }
});

Deno.test("a JSON patch needs a target, and its result must be a resource", () => {
  assertEquals(failure(() => patched(entry("- {op: remove, path: /data}"), setOf(MAPS))).code, "missing-target");
  const onA = (operation: string) => () => patched(entry(`- ${operation}`, target({ name: "a" })), setOf(MAPS));
  assertEquals(failure(onA("{op: remove, path: /kind}")).code, "patch-breaks-resource");
  assertEquals(failure(onA('{op: replace, path: "", value: []}')).code, "patch-breaks-resource");
  assertEquals(failure(onA("{op: add, path: /metadata/annotations, value: [a]}")).code, "patch-breaks-resource");
});

Deno.test("a text that is neither kind of patch fails", () => {
  assertEquals(failure(() => patchEntry(entry("a: 1"), CONTEXT)).code, "missing-kind");
  assertEquals(failure(() => patchEntry(entry("[{op: add}]"), CONTEXT)).code, "json-syntax");
  assertEquals(failure(() => patchEntry(entry("- a"), CONTEXT)).code, "invalid-patch");
});

Deno.test("an entry of patches has a text or a path", () => {
  const set = patched({ ...entry(" \n"), path: { value: "merge.yaml" } }, setOf(MAPS));
  assertEquals(printed(set.resources[0]!), "data:\n  x: file\nmetadata:\n  name: a\n");
  assertEquals(failure(() => patchEntry(entry(""), CONTEXT)).code, "invalid-patch");
  assertEquals(
    failure(() => patchEntry({ ...entry("a"), path: { value: "merge.yaml" } }, CONTEXT)).code,
    "invalid-patch",
  );
  assertEquals(failure(() => patchJson6902(entry(""), CONTEXT, "patch")).code, "invalid-patch");
});

Deno.test("patchesStrategicMerge takes paths and patches, whose labels are text", () => {
  const inline = mergePatch("b", ", labels: {l: null}}}");
  const transformer = patchStrategicMerge({ entries: [{ value: "merge.yaml" }, { value: inline }] }, CONTEXT);
  const set = run(transformer, setOf(MAPS));
  assertEquals(printed(set.resources[0]!), "data:\n  x: file\nmetadata:\n  name: a\n");
  assertEquals(printed(set.resources[1]!), 'data:\n  x: "2"\nmetadata:\n  labels:\n    l: "null"\n  name: b\n');
});

Deno.test("patchesStrategicMerge fails without a patch, and on inline text of several lines that is not one", () => {
  const problem = (...entries: { value: string }[]) =>
    failure(() => patchStrategicMerge({ entries, patches: { value: "" } }, CONTEXT)).message;
  assertEquals([problem(), problem({ value: "empty.yaml" })], [
    "the patch is empty",
    "there is no patch in 'empty.yaml'",
  ]);
  assertEquals(
    failure(() => patchStrategicMerge({ entries: [], patches: { value: "# none" } }, CONTEXT)).code,
    "invalid-patch",
  );
  assertEquals(
    failure(() => patchStrategicMerge({ entries: [{ value: "a: 1\nb: 2\n" }] }, CONTEXT)).code,
    "missing-kind",
  );
});

Deno.test("patchesJson6902 needs a name in its target, and operations", () => {
  const make = (text: string, parts: Partial<Patch["target"]>) => () =>
    patchJson6902(entry(text, target(parts)), CONTEXT, "patch");
  assertEquals(failure(make("- {op: remove, path: /data}", { kind: "ConfigMap" })).code, "missing-target");
  assertEquals(failure(() => patchJson6902(entry("- {op: remove}"), CONTEXT, "patch")).code, "missing-target");
  assertEquals(failure(make("[]", { name: "a" })).code, "invalid-patch");
});

Deno.test("patchesJson6902 changes what its target selects, and records no ids", () => {
  const json = '[{"op": "replace", "path": "/metadata/name", "value": "c"}]';
  const set = run(patchJson6902(entry(json, target({ name: "a" })), CONTEXT, "patch"), setOf(MAPS));
  assertEquals(names(set), ["c", "b"]);
  assertEquals(set.resources[0]!.history.previousIds, []);
});

Deno.test("patchesStrategicMerge removes the resource of a patch that says so, and no other", () => {
  const remove = "$patch: delete\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
  assertEquals(names(run(patchStrategicMerge({ entries: [{ value: remove }] }, CONTEXT), setOf(MAPS))), ["b"]);
});

Deno.test("a resource knows the patch that gave it another name, kind or namespace", () => {
  const jsonPatch = (path: string) => entry(`- {op: add, path: ${path}, value: new}`, target({ name: "a" }));
  const options = { allowNameChange: true, allowKindChange: true };
  const merge = (kind: string, name: string) =>
    entry(`{apiVersion: v1, kind: ${kind}, metadata: {name: ${name}}}`, { ...target({ name: "a" }), options });
  const isRenamed = (patch: Patch) => patched(patch, setOf(MAPS)).resources[0]!.history.renamedBy !== undefined;
  const renaming = ["/metadata/name", "/metadata/namespace", "/kind"].map(jsonPatch);
  for (const patch of [...renaming, merge("ConfigMap", "c"), merge("Secret", "a")]) {
    assertEquals(isRenamed(patch), true);
  }
  for (const patch of [jsonPatch("/data/x"), merge("ConfigMap", "a")]) assertEquals(isRenamed(patch), false);
});

Deno.test("a merge into a resource whose name gets a hash is noted, with whether it or the patch was converted", () => {
  for (const [isConverted, isPatchConverted] of [[false, false], [true, false], [false, true]] as const) {
    const patch = setOf("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}").resources[0]!;
    updateHistory(patch, { isConverted: isPatchConverted });
    for (const steps of [[], undefined]) {
      const resource = setOf(MAPS).resources[0]!;
      updateHistory(resource, { steps, isConverted });
      const context = { compat: NEWEST, schema: createSchema(), warn: () => {} };
      applyMergePatch(resource, patch.copy(), { allowNameChange: false, allowKindChange: false }, context);
      const { merges, isConverted: isConvertedNow } = resource.history;
      const expected = steps === undefined ? isConverted : isConverted || isPatchConverted;
      assertEquals([merges.length > 0, isConvertedNow], [steps !== undefined, expected]);
    }
  }
});

Deno.test("before v5.7.0, only a patch after one that deletes a resource is an error", () => {
  const context = { ...CONTEXT, compat: earlierRelease("v5.6.0") };
  const remove = "---\n$patch: delete\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n";
  const apply = (text: string) => {
    const set = setOf(MAPS);
    patchEntry(entry(text), context)(set, { compat: context.compat, schema: createSchema(), warn: () => {} });
    return names(set);
  };
  assertEquals(apply(`${mergePatch("a", "}}")}\n${remove}`), ["a"]);
  assertEquals(failure(() => apply(`${remove}---\n${mergePatch("a", "}}")}\n`)).code, "invalid-patch");
});

Deno.test("errors about an entry without a patch point at it, or at the text", () => {
  const node = placed("{path: a}");
  const named = { ...target({}).target!, node: placed("{kind: A}") };
  const places = [
    failure(() => patchJson6902({ ...entry("[]"), node }, CONTEXT, "patch")).place,
    failure(() => patchJson6902({ ...entry("[]"), node, target: named }, CONTEXT, "patch")).place,
    failure(() => patchStrategicMerge({ entries: [], node }, CONTEXT)).place,
    failure(() => patchStrategicMerge({ entries: [{ value: "empty.yaml" }], node }, CONTEXT)).place,
    failure(() => patchStrategicMerge({ entries: [{ value: "empty.yaml" }] }, CONTEXT)).place,
    failure(() => patchStrategicMerge({ entries: [] }, CONTEXT)).place,
  ];
  assertEquals(places.map((place) => place?.source.name), [
    "{path: a}",
    "{kind: A}",
    "{path: a}",
    "{path: a}",
    "empty.yaml",
    undefined,
  ]);
});

Deno.test("a clash of ids caused by a JSON patch points at the patch", () => {
  const set = patched(entry("- {op: replace, path: /metadata/name, value: b}", target({ name: "a" })), setOf(MAPS));
  const { code, place } = failure(() => set.checkIds());
  assertEquals([code, place?.source.name], ["resource-conflict", "an inline patch"]);
});

Deno.test("patchesStrategicMerge does not look at all resources for each patch", () => {
  const names = Array.from({ length: 4000 }, (_, index) => `{apiVersion: v1, kind: A, metadata: {name: n${index}}`);
  const set = setOf(names.map((start) => `${start}}\n`).join("---\n"));
  const patches = names.map((start) => `${start}, x: y}\n`).join("---\n");
  const start = threadMs();
  run(patchStrategicMerge({ entries: [{ value: patches }] }, CONTEXT), set);
  // This takes half a second; looking at all of them each time took 25.
  assert(threadMs() - start < 5000);
  assertEquals(set.resources.every(({ node }) => scalarText(node.get("x")) === "y"), true);
});

Deno.test("patchesStrategicMerge finds ids that clash, as kustomize adds all resources again", () => {
  const set = setOf(`${MAPS}---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}\n`);
  for (const resource of set.resources.slice(0, 2)) resource.name = "same";
  const patch = "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {x: y}}";
  diagnosticOf("resource-conflict", () => run(patchStrategicMerge({ entries: [{ value: patch }] }, CONTEXT), set));
});
