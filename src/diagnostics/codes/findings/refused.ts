/** What no cluster takes. */

import type { BadAndGood, CodeTable, Examples } from "../entry.ts";
import { linted } from "./example.ts";

export const REFUSED_CODES = {
  "data-not-base64": {
    meaning: "A value in 'data' of a Secret, or in 'binaryData', is not base64.",
    remedy: "Put texts into 'stringData' of a Secret, or 'data' of a ConfigMap.",
    finding: "error",
  },
  "data-not-text": {
    meaning: "A value of a ConfigMap or Secret is a number, a boolean, a list or a mapping, and must be a text.",
    remedy: "Put it in quotes.",
    finding: "error",
  },
  "name-not-text": {
    meaning: "A name or a namespace is a number or a boolean, and must be a text.",
    remedy: "Put it in quotes.",
    finding: "error",
  },
  "no-api-version": {
    meaning: "An object has no apiVersion.",
    remedy: "Add the field.",
    finding: "error",
  },
  "refused-annotation": {
    meaning: "Kubernetes does not take an annotation: its key is malformed, or its value is not a text.",
    remedy: "A key is a name of at most 63 characters, optionally after a domain and '/'. Put values in quotes.",
    finding: "error",
  },
  "refused-label": {
    meaning: "Kubernetes does not take a label: its key or value is malformed, or its value is not a text.",
    remedy: "A value is at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends.",
    finding: "error",
  },
  "refused-name": {
    meaning: "Kubernetes does not take a name or a namespace.",
    remedy: "Most names are lower-case letters, digits, '-' and '.', with a letter or digit at both ends.",
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
  "data-not-base64": object(secret("data:\n  user: the first"), secret("stringData:\n  user: the first")),
  "data-not-text": object(secret("stringData:\n  pin: 1234"), secret("stringData:\n  pin: '1234'")),
  "name-not-text": object(metadata("name: 42"), metadata("name: '42'")),
  "no-api-version": object("kind: ConfigMap\nmetadata:\n  name: settings\n", metadata("name: settings")),
  "refused-annotation": object(
    metadata("name: settings\n  annotations: {a/b/c: d}"),
    metadata("name: settings\n  annotations: {a/b: d}"),
  ),
  "refused-label": object(
    metadata("name: settings\n  labels: {team: R & D}"),
    metadata("name: settings\n  labels: {team: R-and-D}"),
  ),
  "refused-name": object(metadata("name: Settings"), metadata("name: settings")),
};
