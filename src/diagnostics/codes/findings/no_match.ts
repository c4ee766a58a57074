/** What matches nothing, or everything. */

import type { CodeTable, Examples } from "../entry.ts";
import { linted, onDeployment } from "./example.ts";

export const NO_MATCH_CODES = {
  "patch-changes-nothing": {
    meaning: "A patch matches, but only sets what is already there.",
    remedy: "Remove it, or check whether another field or resource was meant.",
    finding: "note",
  },
  "patch-without-target": {
    meaning: "The target of a patch matches no resource, so the patch does nothing.",
    remedy:
      "Compare the target with the resources in the notes. Its parts are patterns that must match the whole text.",
    finding: "warning",
  },
  "replacement-without-target": {
    meaning: "A target of a replacement selects no resource, so the value is not copied there.",
    remedy: "Compare 'select' with the resources in the notes.",
    finding: "warning",
  },
  "replicas-change-nothing": {
    meaning: "An entry of 'replicas' sets the number that is already there.",
    remedy: "Remove it, or set another number.",
    finding: "note",
  },
  "target-matches-all": {
    meaning: "A target has no condition, so it matches every resource.",
    remedy: "Add a kind, a name or a labelSelector. If every resource is meant, write 'kind: .*'.",
    finding: "warning",
  },
  "unused-image": {
    meaning: "No image has the name in an entry of 'images', so the entry does nothing.",
    remedy: "Write the name as in the resources, with the registry and without the tag.",
    finding: "warning",
  },
} as const satisfies CodeTable;

const REMOVE = '[{"op": "remove", "path": "/spec/replicas"}]';

export const NO_MATCH_EXAMPLES: Examples<typeof NO_MATCH_CODES> = {
  "patch-changes-nothing": linted(
    onDeployment(
      "patches:\n- patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 1}}'",
    ),
    onDeployment(
      "patches:\n- patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 2}}'",
    ),
  ),
  "patch-without-target": linted(
    onDeployment(`patches:\n- target: {kind: Deployment, name: wed}\n  patch: '${REMOVE}'`),
    onDeployment(`patches:\n- target: {kind: Deployment, name: web}\n  patch: '${REMOVE}'`),
  ),
  "replacement-without-target": linted(
    onDeployment(
      "replacements:\n- sourceValue: '2'\n  targets:\n  - select: {kind: StatefulSet}\n    fieldPaths: [spec.replicas]",
    ),
    onDeployment(
      "replacements:\n- sourceValue: '2'\n  targets:\n  - select: {kind: Deployment}\n    fieldPaths: [spec.replicas]",
    ),
  ),
  "replicas-change-nothing": linted(
    onDeployment("replicas:\n- {name: web, count: 1}"),
    onDeployment("replicas:\n- {name: web, count: 2}"),
  ),
  "target-matches-all": linted(
    onDeployment('patches:\n- target: {}\n  patch: \'[{"op": "add", "path": "/metadata/labels", "value": {a: b}}]\''
      .replace("{a: b}", '{"a": "b"}')),
    onDeployment(
      'patches:\n- target: {kind: .*}\n  patch: \'[{"op": "add", "path": "/metadata/labels", "value": {"a": "b"}}]\'',
    ),
  ),
  "unused-image": linted(
    onDeployment("images:\n- {name: ngnix, newTag: '1.28'}"),
    onDeployment("images:\n- {name: nginx, newTag: '1.28'}"),
  ),
};
