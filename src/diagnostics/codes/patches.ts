/** Patches and what they apply to. */

import type { CodeTable, Example, Examples } from "./entry.ts";

export const PATCH_CODES = {
  "ambiguous-target": {
    meaning: "A patch or generator must match one resource, and matches several.",
    remedy: "Add the namespace, or select all of them with 'target'.",
  },
  "invalid-patch": {
    meaning: "A patch is malformed.",
    remedy:
      "A patch is a strategic merge patch, which looks like a part of its target, or a list of JSON patch operations.",
  },
  "invalid-pattern": {
    meaning: "A regular expression or file pattern is malformed.",
    remedy: "Targets use Go's RE2 syntax and match whole names: write '.*' for anything.",
  },
  "invalid-selector": {
    meaning: "A label or annotation selector is malformed.",
    remedy: "Write it as for 'kubectl -l': 'app=web', 'app in (a, b)', '!app', with commas between.",
  },
  "missing-target": {
    meaning: "A JSON patch has no target.",
    remedy: "Add 'target' with the kind and name of what to patch.",
  },
  "no-match": {
    meaning: "No resource, or no entry of a list, matches a name.",
    remedy:
      "Compare the name with those that the notes list. A patch needs the kind, name and namespace of its target.",
  },
  "patch-breaks-resource": {
    meaning: "A JSON patch would leave something that is not a resource.",
    remedy: "Keep 'kind' and 'metadata.name' in place.",
  },
  "patch-does-not-apply": {
    meaning: "An operation of a JSON patch finds nothing at its path.",
    remedy: "Correct the path. To add below a field that is missing, add the field first.",
  },
  "patch-test-failed": {
    meaning: "A 'test' operation of a JSON patch finds another value.",
    remedy: "Correct the expected value, or remove the operation.",
  },
} as const satisfies CodeTable;

/** A build of the Deployment with the patches that the text has. */
function patched(patches: string): Example {
  return `resources: [deployment.yaml]\npatches:\n${patches}`;
}

function jsonPatch(operation: string): Example {
  return patched(`- target: {kind: Deployment}\n  patch: '[${operation}]'`);
}

const REMOVE = '{"op": "remove", "path": "/spec/replicas"}';

export const PATCH_EXAMPLES: Examples<typeof PATCH_CODES> = {
  "ambiguous-target": {
    bad: {
      files: {
        "kustomization.yaml":
          "resources: [a, b]\npatches:\n- patch: '{apiVersion: v1, kind: Pod, metadata: {name: p}}'",
        "a/kustomization.yaml": "resources: [p.yaml]\nnamePrefix: a-",
        "a/p.yaml": "{apiVersion: v1, kind: Pod, metadata: {name: p}}",
        "b/kustomization.yaml": "resources: [p.yaml]\nnamePrefix: b-",
        "b/p.yaml": "{apiVersion: v1, kind: Pod, metadata: {name: p}}",
      },
    },
    good: {
      files: {
        "kustomization.yaml":
          "resources: [a, b]\npatches:\n- patch: '{apiVersion: v1, kind: Pod, metadata: {name: a-p}}'",
        "a/kustomization.yaml": "resources: [p.yaml]\nnamePrefix: a-",
        "a/p.yaml": "{apiVersion: v1, kind: Pod, metadata: {name: p}}",
        "b/kustomization.yaml": "resources: [p.yaml]\nnamePrefix: b-",
        "b/p.yaml": "{apiVersion: v1, kind: Pod, metadata: {name: p}}",
      },
    },
  },
  "invalid-patch": {
    bad: jsonPatch('{"op": "ad", "path": "/metadata/labels", "value": {}}'),
    good: jsonPatch('{"op": "add", "path": "/metadata/labels", "value": {}}'),
  },
  "invalid-pattern": {
    bad: patched('- target: {name: \'*\'}\n  patch: \'[{"op": "remove", "path": "/spec/replicas"}]\''),
    good: patched('- target: {name: \'.*\'}\n  patch: \'[{"op": "remove", "path": "/spec/replicas"}]\''),
  },
  "invalid-selector": {
    bad: patched(`- target: {labelSelector: app in web}\n  patch: '[${REMOVE}]'`),
    good: patched(`- target: {labelSelector: app in (web)}\n  patch: '[${REMOVE}]'`),
  },
  "missing-target": {
    bad: patched('- patch: \'[{"op": "remove", "path": "/spec/replicas"}]\''),
    good: jsonPatch(REMOVE),
  },
  "no-match": {
    bad: patched("- patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: wed}}'"),
    good: patched("- patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}}'"),
  },
  "patch-breaks-resource": {
    bad: jsonPatch('{"op": "remove", "path": "/kind"}'),
    good: jsonPatch(REMOVE),
  },
  "patch-does-not-apply": {
    bad: jsonPatch('{"op": "remove", "path": "/spec/replica"}'),
    good: jsonPatch(REMOVE),
  },
  "patch-test-failed": {
    bad: jsonPatch('{"op": "test", "path": "/spec/replicas", "value": 2}'),
    good: jsonPatch('{"op": "test", "path": "/spec/replicas", "value": 1}'),
  },
};
