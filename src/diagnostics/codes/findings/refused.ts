/** Objects that Kubernetes rejects. */

import type { BadAndGood, CodeTable, Examples } from "../entry.ts";
import { linted } from "./example.ts";

export const REFUSED_CODES = {
  "missing-api-version": {
    meaning: "An object has no apiVersion.",
    remedy: "Add the field.",
    finding: "error",
  },
  "refused-annotation": {
    meaning: "Kubernetes rejects an annotation: its key is malformed, or its value is not a string.",
    remedy: "A key is a name of at most 63 characters, optionally after a domain and '/'. Put values in quotes.",
    finding: "error",
  },
  "refused-data": {
    meaning: "Kubernetes rejects a value of a ConfigMap or Secret: it is not a string, or not base64 where it must be.",
    remedy: "Put it in quotes. Put plain text in 'stringData' of a Secret or 'data' of a ConfigMap.",
    finding: "error",
  },
  "refused-label": {
    meaning: "Kubernetes rejects a label: its key or value is malformed, or its value is not a string.",
    remedy: "A value has at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends.",
    finding: "error",
  },
  "refused-name": {
    meaning: "Kubernetes rejects a name or a namespace: it is malformed, or not a string.",
    remedy:
      "Most names consist of lower-case letters, digits, '-' and '.', with a letter or digit at both ends. Put numbers in quotes.",
    finding: "error",
  },
} as const satisfies CodeTable;

function object(bad: string, good: string): BadAndGood {
  const kustomization = "resources: [object.yaml]\n";
  return linted(
    { "kustomization.yaml": kustomization, "object.yaml": bad },
    { "kustomization.yaml": kustomization, "object.yaml": good },
  );
}

function secret(fields: string): string {
  return `apiVersion: v1\nkind: Secret\nmetadata:\n  name: login\n${fields}\n`;
}

function metadata(fields: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  ${fields}\n`;
}

export const REFUSED_EXAMPLES: Examples<typeof REFUSED_CODES> = {
  "missing-api-version": object("kind: ConfigMap\nmetadata:\n  name: settings\n", metadata("name: settings")),
  "refused-annotation": object(
    metadata("name: settings\n  annotations: {a/b/c: d}"),
    metadata("name: settings\n  annotations: {a/b: d}"),
  ),
  "refused-data": object(secret("stringData:\n  pin: 1234"), secret("stringData:\n  pin: '1234'")),
  "refused-label": object(
    metadata("name: settings\n  labels: {team: R & D}"),
    metadata("name: settings\n  labels: {team: R-and-D}"),
  ),
  "refused-name": object(metadata("name: Settings"), metadata("name: settings")),
};
