/** Examples of findings. */

import type { BadAndGood, Example } from "../entry.ts";

type Files = Readonly<Record<string, string>>;

/** Files with a finding of `kust lint`, and files without it. A text alone is a kustomization. */
export function linted(bad: string | Files, good: string | Files): BadAndGood {
  return { bad: lintExample(bad), good: lintExample(good) };
}

function lintExample(files: string | Files): Example {
  return { run: "lint", files: typeof files === "string" ? { "kustomization.yaml": files } : files };
}

/** The Deployment with more fields. */
export function onDeployment(fields: string): string {
  return `resources: [deployment.yaml]\n${fields}`;
}

export const CONFIG_MAP = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  LEVEL: info
`;

/** A Deployment that reads a ConfigMap. */
export function reader(name: string, key: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  template:
    spec:
      containers:
      - name: api
        image: api:1.0
        env:
        - name: LEVEL
          valueFrom:
            configMapKeyRef: {name: ${name}, key: ${key}}
`;
}
