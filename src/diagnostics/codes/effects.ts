/** What a change does to a cluster, as `kust diff` tells it. */

import type { CodeText, Example, Examples } from "./entry.ts";

/** The code of an effect of a change; `kust help CODE` explains it. */
export type EffectCode =
  | "config-not-rolled"
  | "image-changed"
  | "immutable-field"
  | "pods-replaced"
  | "removed-crd"
  | "removed-namespace"
  | "removed-volume-claim"
  | "renamed-resource"
  | "scaled-to-zero"
  | "wider-rbac";

export const EFFECT_CODES = {
  "config-not-rolled": {
    meaning: "A ConfigMap or Secret changes under the same name, and running pods keep the values they started with.",
    remedy: "Generate it without disableNameSuffixHash, so that a change gives it a new name, or restart the pods.",
    isEffect: true,
  },
  "image-changed": {
    meaning: "A container runs another image.",
    remedy: "Check that the image exists in the registry and is meant for this environment.",
    isEffect: true,
  },
  "immutable-field": {
    meaning: "A field changes that the cluster refuses to change.",
    remedy: "Undo the change, or plan to delete the resource and create it again.",
    isEffect: true,
  },
  "pods-replaced": {
    meaning: "The pod template of a workload changes, so that its pods are replaced.",
    remedy: "Nothing, if this is meant: the message names a ConfigMap or Secret with a new hash that causes it.",
    isEffect: true,
  },
  "removed-crd": {
    meaning: "A CustomResourceDefinition is removed, and with it all objects of its kind.",
    remedy: "Make sure that nothing uses the kind any more.",
    isEffect: true,
  },
  "removed-namespace": {
    meaning: "A Namespace is removed, and with it everything in it.",
    remedy: "Make sure that nothing in it is still needed.",
    isEffect: true,
  },
  "removed-volume-claim": {
    meaning: "A PersistentVolumeClaim is removed, and its data with it unless the volume is retained.",
    remedy: "Back up the data, or set the reclaim policy of the volume to Retain.",
    isEffect: true,
  },
  "renamed-resource": {
    meaning: "A resource has a new name or namespace: the cluster sees a new one, and the old one has to be removed.",
    remedy: "Apply with pruning, or delete the old one by hand.",
    isEffect: true,
  },
  "scaled-to-zero": {
    meaning: "A workload is scaled to zero replicas, so that no pod is left.",
    remedy: "Check that it is meant to stop.",
    isEffect: true,
  },
  "wider-rbac": {
    meaning: "A role allows more than before, or a binding grants it to more subjects.",
    remedy: "Check that each new permission is needed.",
    isEffect: true,
  },
} as const satisfies Record<EffectCode, CodeText>;

/** A folder before and one after, each with one file of resources. */
function change(before: string, after: string): Example {
  return {
    run: "diff before after",
    files: {
      "before/kustomization.yaml": "resources: [r.yaml]\n",
      "before/r.yaml": before,
      "after/kustomization.yaml": "resources: [r.yaml]\n",
      "after/r.yaml": after,
    },
  };
}

const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: web
`;

function deployment(spec: string, image = "web:1"): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
${spec}  template:
    spec:
      containers:
      - name: web
        image: ${image}
`;
}

const WEB = deployment("");

function withoutField(kind: string, apiVersion = "v1"): string {
  return `${SERVICE}---
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: shop
`;
}

function config(level: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: env
data:
  LEVEL: ${level}
`;
}

function role(verbs: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
- apiGroups: [""]
  resources: [secrets]
  verbs: [${verbs}]
`;
}

const READER = `${WEB}        envFrom:
        - configMapRef:
            name: env
---
`;

export const EFFECT_EXAMPLES: Examples<typeof EFFECT_CODES> = {
  "config-not-rolled": {
    bad: change(`${READER}${config("info")}`, `${READER}${config("debug")}`),
    good: change(`${WEB}---\n${config("info")}`, `${WEB}---\n${config("debug")}`),
  },
  "image-changed": {
    bad: change(WEB, deployment("", "web:2")),
    good: change(WEB, deployment("  replicas: 2\n")),
  },
  "immutable-field": {
    bad: change(
      deployment("  selector: {matchLabels: {app: web}}\n"),
      deployment("  selector: {matchLabels: {app: shop}}\n"),
    ),
    good: change(deployment("  replicas: 1\n"), deployment("  replicas: 2\n")),
  },
  "pods-replaced": {
    bad: change(WEB, deployment("", "web:2")),
    good: change(WEB, deployment("  replicas: 2\n")),
  },
  "removed-crd": {
    bad: change(withoutField("CustomResourceDefinition", "apiextensions.k8s.io/v1"), SERVICE),
    good: change(SERVICE, withoutField("CustomResourceDefinition", "apiextensions.k8s.io/v1")),
  },
  "removed-namespace": {
    bad: change(withoutField("Namespace"), SERVICE),
    good: change(SERVICE, withoutField("Namespace")),
  },
  "removed-volume-claim": {
    bad: change(withoutField("PersistentVolumeClaim"), SERVICE),
    good: change(SERVICE, withoutField("PersistentVolumeClaim")),
  },
  "renamed-resource": {
    bad: change(WEB, WEB.replace("  name: web\nspec", "  name: shop\nspec")),
    good: change(WEB, `${WEB}---\n${SERVICE}`),
  },
  "scaled-to-zero": {
    bad: change(deployment("  replicas: 2\n"), deployment("  replicas: 0\n")),
    good: change(deployment("  replicas: 2\n"), deployment("  replicas: 1\n")),
  },
  "wider-rbac": {
    bad: change(role("get"), role("get, delete")),
    good: change(role("get, delete"), role("get")),
  },
};
