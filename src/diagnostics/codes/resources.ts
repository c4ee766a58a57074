/** Faults of resources, and of names that refer to them. */

import type { CodeTable, Examples } from "./entry.ts";

export const RESOURCE_CODES = {
  "ambiguous-reference": {
    meaning: "A name in a field may refer to several resources.",
    remedy: "Give the resources different names before prefixes, suffixes and hashes are added.",
  },
  "cannot-rename": {
    meaning: "A resource cannot be renamed, because its name is empty or contains a comma.",
    remedy: "Give the resource a name without a comma.",
  },
  "conflicting-annotations": {
    meaning: "Two annotations that tell where a resource comes from contradict each other.",
    remedy: "Remove the annotations: they are for tools, and are set again where they are needed.",
  },
  "missing-kind": {
    meaning: "An object has no kind.",
    remedy: "Add 'kind' and 'apiVersion'.",
  },
  "missing-name": {
    meaning: "An object has no name.",
    remedy: "Add 'metadata.name', or 'name' to a generator.",
  },
  "not-a-resource": {
    meaning: "A YAML document is not a Kubernetes object.",
    remedy:
      "List only files of resources under 'resources'. An object is a mapping with apiVersion, kind and metadata.",
  },
  "resource-conflict": {
    meaning: "Two resources have, or would have, the same id: group, kind, namespace and name.",
    remedy: "Remove one, rename one, or change the existing one with a patch.",
  },
  "unhashable-kind": {
    meaning:
      "The name suffix hash of an object that is neither a ConfigMap nor a Secret is not known. In kustomize it " +
      "depends on the lines, styles and comments of the texts that the object comes from, and on how they were changed.",
    remedy: "Request no hash: remove the annotation 'kustomize.config.k8s.io/needs-hash', or set " +
      "'disableNameSuffixHash: true'.",
  },
} as const satisfies CodeTable;

const MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings";

/** Turns a ConfigMap into another kind. */
const ANOTHER_KIND = "configMapGenerator: [{name: settings, literals: [a=1]}]\n" +
  "patches: [{path: patch.yaml, target: {kind: ConfigMap}, options: {allowKindChange: true}}]";
const ITEM = "{apiVersion: v1, kind: Settings, metadata: {name: settings}}";

/** Renames one of two Secrets, so that references can tell them apart. */
const RENAMED = `resources: [all.yaml]
namePrefix: p-
patches:
- target: {kind: Secret, namespace: far}
  patch: '[{"op": "replace", "path": "/metadata/name", "value": "other"}]'
  options: {allowNameChange: true}`;

function twoSecrets(second: string): string {
  return `apiVersion: v1
kind: Secret
metadata: {name: one, namespace: near}
---
apiVersion: v1
kind: Secret
metadata: {name: ${second}, namespace: far}
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: fast}
parameters: {secretName: one}`;
}

function withIds(present: string, legacy: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: a
  annotations:
    internal.config.kubernetes.io/id: "${present}"
    config.k8s.io/id: "${legacy}"`;
}

export const RESOURCE_EXAMPLES: Examples<typeof RESOURCE_CODES> = {
  "ambiguous-reference": {
    bad: { files: { "kustomization.yaml": RENAMED, "all.yaml": twoSecrets("one") } },
    good: { files: { "kustomization.yaml": RENAMED, "all.yaml": twoSecrets("two") } },
  },
  "cannot-rename": {
    bad: {
      files: {
        "kustomization.yaml": "resources: [map.yaml]\nnamePrefix: dev-",
        "map.yaml": `${MAP},1"}`.replace("settings", '"settings'),
      },
    },
    good: { files: { "kustomization.yaml": "resources: [map.yaml]\nnamePrefix: dev-", "map.yaml": `${MAP}-1}` } },
  },
  "conflicting-annotations": {
    bad: { run: "cfg cat pod.yaml", files: { "pod.yaml": withIds("1", "2") } },
    good: { run: "cfg cat pod.yaml", files: { "pod.yaml": withIds("1", "1") } },
  },
  "missing-kind": {
    bad: { files: { "kustomization.yaml": "resources: [pod.yaml]", "pod.yaml": "metadata: {name: a}" } },
    good: {
      files: {
        "kustomization.yaml": "resources: [pod.yaml]",
        "pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: a}",
      },
    },
  },
  "missing-name": {
    bad: "configMapGenerator: [{literals: [a=1]}]",
    good: "configMapGenerator: [{name: settings, literals: [a=1]}]",
  },
  "not-a-resource": {
    bad: { files: { "kustomization.yaml": "resources: [notes.yaml]", "notes.yaml": "- buy milk" } },
    good: "resources: [deployment.yaml]",
  },
  "resource-conflict": {
    bad: "resources: [deployment.yaml, deployment.yaml]",
    good: "resources: [deployment.yaml]",
  },
  "unhashable-kind": {
    bad: { files: { "kustomization.yaml": ANOTHER_KIND, "patch.yaml": `kind: SettingsList\nitems: [${ITEM}]` } },
    good: { files: { "kustomization.yaml": ANOTHER_KIND, "patch.yaml": ITEM } },
  },
};
