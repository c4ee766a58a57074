/** Patches that make something new where they should change something. */

import type { CodeTable, Examples } from "../entry.ts";
import { linted, onDeployment } from "./example.ts";

export const NEW_FIELD_CODES = {
  "container-without-image": {
    meaning: "A patch adds a container that has no image, since no container has its name.",
    remedy: "Use the name of the container that the patch is for.",
    finding: "warning",
  },
  "ignored-patch-name": {
    meaning: "A patch names a resource, but its target selects others. Only the target is used.",
    remedy: "Use the same name in both, or remove the target.",
    finding: "warning",
  },
  "misplaced-field": {
    meaning: "A field of a pod, a container or a workload is at the wrong level.",
    remedy: "Move it to the level in the hint. Kubernetes drops the field, or rejects the object.",
    finding: "warning",
  },
  "misspelt-field": {
    meaning: "A patch adds a field next to one with a similar name.",
    remedy: "Correct the name. Kubernetes drops unknown fields, or rejects the object.",
    finding: "warning",
  },
  "new-top-level-field": {
    meaning: "An operation of a JSON patch adds a top-level field to an object with a 'spec'.",
    remedy: "Begin the path with /spec.",
    finding: "warning",
  },
  "operation-without-value": {
    meaning: "An operation of a JSON patch needs a value but has none, which means null.",
    remedy: "Add 'value'. To remove a field, use 'op: remove'.",
    finding: "warning",
  },
  "replace-adds-field": {
    meaning:
      "An operation 'replace' adds a field, since the resource does not have it. kustomize does not report this.",
    remedy: "Correct the path. If the field is meant to be new, use 'op: add'.",
    finding: "warning",
  },
} as const satisfies CodeTable;

function merged(spec: string): string {
  return onDeployment(`patches:\n- patch: |-
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
    spec:
${spec.replace(/^/gm, "      ")}`);
}

function json(operation: string): string {
  return onDeployment(`patches:\n- target: {kind: Deployment}\n  patch: '[${operation}]'`);
}

export const NEW_FIELD_EXAMPLES: Examples<typeof NEW_FIELD_CODES> = {
  "container-without-image": linted(
    merged("template:\n  spec:\n    containers:\n    - {name: app, workingDir: /srv}"),
    merged("template:\n  spec:\n    containers:\n    - {name: web, workingDir: /srv}"),
  ),
  "ignored-patch-name": linted(
    {
      "kustomization.yaml":
        "resources: [deployment.yaml, api.yaml]\npatches:\n- path: patch.yaml\n  target: {name: web}\n",
      "patch.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: api\nspec:\n  replicas: 3\n",
      "api.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: api\n",
    },
    {
      "kustomization.yaml":
        "resources: [deployment.yaml, api.yaml]\npatches:\n- path: patch.yaml\n  target: {name: web}\n",
      "patch.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n",
      "api.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: api\n",
    },
  ),
  "misplaced-field": linted(
    merged("nodeSelector: {disk: ssd}"),
    merged("template:\n  spec:\n    nodeSelector: {disk: ssd}"),
  ),
  "misspelt-field": linted(merged("replica: 3"), merged("replicas: 3")),
  "new-top-level-field": linted(
    json('{"op": "add", "path": "/paused", "value": true}'),
    json('{"op": "add", "path": "/spec/paused", "value": true}'),
  ),
  "operation-without-value": linted(
    json('{"op": "add", "path": "/spec/paused"}'),
    json('{"op": "add", "path": "/spec/paused", "value": true}'),
  ),
  "replace-adds-field": linted(
    json('{"op": "replace", "path": "/spec/paused", "value": true}'),
    json('{"op": "add", "path": "/spec/paused", "value": true}'),
  ),
};
