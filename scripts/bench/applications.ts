/** A repository of many applications, to measure how the time grows: three resources each, all below one overlay. */

import { mkdirSync, writeFileSync } from "node:fs";

/** One ConfigMap is generated per this many applications, and one is patched. */
const CONFIG_MAP_EVERY = 4;
const PATCH_EVERY = 10;

/**
 * Writes `folder/base` and `folder/overlay`: prefix, namespace, labels, images, ConfigMaps and patches over `count`
 * applications.
 */
export function writeApplications(folder: string, count: number): void {
  const names = Array.from({ length: count }, (_, index) => `app-${index}`);
  mkdirSync(`${folder}/base`, { recursive: true });
  mkdirSync(`${folder}/overlay`, { recursive: true });
  for (const [index, name] of names.entries()) writeFileSync(`${folder}/base/${name}.yaml`, resources(name, index));
  const configured = names.filter((_, index) => index % CONFIG_MAP_EVERY === 0);
  const patched = names.filter((_, index) => index % PATCH_EVERY === 0);
  const resourceList = names.map((name) => `- ${name}.yaml\n`).join("");
  const generators = configured.map((name) => `- name: ${name}-config\n  literals: [LEVEL=info, NAME=${name}]\n`).join(
    "",
  );
  writeFileSync(`${folder}/base/kustomization.yaml`, `resources:\n${resourceList}configMapGenerator:\n${generators}`);
  const patches = patched.map((name) => `- path: ${name}.yaml\n`).join("");
  for (const name of patched) writeFileSync(`${folder}/overlay/${name}.yaml`, patch(name));
  writeFileSync(`${folder}/overlay/kustomization.yaml`, `${OVERLAY}patches:\n${patches}`);
}

const OVERLAY = `resources: [../base]
namePrefix: prod-
namespace: production
labels:
- pairs: {team: platform}
  includeSelectors: true
images:
- name: example.com/app
  newTag: v2
`;

function resources(name: string, index: number): string {
  return [deployment(name, index), service(name), ingress(name)].join("---\n");
}

function deployment(name: string, index: number): string {
  const from = index % CONFIG_MAP_EVERY === 0
    ? `\n        envFrom:\n        - configMapRef: {name: ${name}-config}`
    : "";
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels: {app: ${name}}
spec:
  replicas: 2
  selector:
    matchLabels: {app: ${name}}
  template:
    metadata:
      labels: {app: ${name}}
    spec:
      serviceAccountName: default
      containers:
      - name: main
        image: example.com/app:v1
        ports:
        - containerPort: 8080
        resources:
          limits: {cpu: 500m, memory: 256Mi}${from}
`;
}

function service(name: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector: {app: ${name}}
  ports:
  - port: 80
    targetPort: 8080
`;
}

function ingress(name: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}
spec:
  rules:
  - host: ${name}.example.com
    http:
      paths:
      - path: /
        pathType: Prefix
        backend:
          service:
            name: ${name}
            port: {number: 80}
`;
}

function patch(name: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 5
  template:
    spec:
      containers:
      - name: main
        env:
        - name: PATCHED
          value: "true"
`;
}
