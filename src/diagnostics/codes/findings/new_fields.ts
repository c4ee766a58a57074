/** Patches that make something new where they should change something. */

import type { CodeTable, Examples } from "../entry.ts";
import { linted, onDeployment } from "./example.ts";

export const NEW_FIELD_CODES = {
  "container-without-image": {
    meaning: "A patch adds a container that has no image, since no container has its name.",
    remedy: "Write the name of the container that the patch means.",
    finding: "warning",
  },
  "ignored-patch-name": {
    meaning: "A patch names a resource, but its target selects others, and only the target counts.",
    remedy: "Write the same name in both, or drop the target.",
    finding: "warning",
  },
  "misplaced-field": {
    meaning: "A field of a pod, a container or a workload is on a level that has no such field.",
    remedy: "Move it to the level that the hint names. Clusters drop it, or refuse the object.",
    finding: "warning",
  },
  "misspelt-field": {
    meaning: "A patch adds a field beside one whose name is nearly the same.",
    remedy: "Correct the name. Clusters drop fields that they do not know, or refuse the object.",
    finding: "warning",
  },
  "new-top-level-field": {
    meaning: "An operation of a JSON patch makes a field at the top of an object that has a 'spec'.",
    remedy: "Begin the path with /spec.",
    finding: "warning",
  },
  "operation-without-value": {
    meaning: "An operation of a JSON patch needs a value and has none, which counts as null.",
    remedy: "Add 'value'. To drop a field, write 'op: remove'.",
    finding: "warning",
  },
  "replace-adds-field": {
    meaning: "An operation 'replace' adds a field, since the resource has none: kustomize does not insist on one.",
    remedy: "Correct the path. If the field is meant to be new, write 'op: add'.",
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
