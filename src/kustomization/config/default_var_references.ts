/** kustomize's built-in list of fields in which `$(VAR)` is replaced. */

import type { FieldSpec } from "../types.ts";

const POD_SPECS: readonly [kind: string, path: string][] = [
  ["CronJob", "spec/jobTemplate/spec/template/spec"],
  ["DaemonSet", "spec/template/spec"],
  ["Deployment", "spec/template/spec"],
  ["Job", "spec/template/spec"],
  ["Pod", "spec"],
  ["ReplicaSet", "spec/template/spec"],
  ["StatefulSet", "spec/template/spec"],
];

const CONTAINER_FIELDS = ["containers", "initContainers"].flatMap((list) =>
  ["args", "command", "env/value", "volumeMounts/mountPath"].map((field) => `${list}/${field}`)
);

const OTHERS: readonly [kind: string, path: string][] = [
  // Sic: without the second `spec`, so this never matches.
  ["CronJob", "spec/jobTemplate/spec/template/volumes/nfs/server"],
  ["DaemonSet", "spec/template/spec/volumes/nfs/server"],
  ["Deployment", "spec/template/spec/volumes/nfs/server"],
  ["Deployment", "spec/template/metadata/annotations"],
  ["Ingress", "spec/rules/host"],
  ["Ingress", "spec/tls/hosts"],
  ["Ingress", "spec/tls/secretName"],
  ["Job", "spec/template/spec/volumes/nfs/server"],
  ["Pod", "spec/volumes/nfs/server"],
  ["ReplicaSet", "spec/template/spec/volumes/nfs/server"],
  ["Service", "spec/ports/port"],
  ["Service", "spec/ports/targetPort"],
  ["StatefulSet", "spec/volumeClaimTemplates/spec/nfs/server"],
  ["PersistentVolume", "spec/nfs/server"],
  ["", "metadata/labels"],
  ["", "metadata/annotations"],
];

const IN_CONTAINERS = POD_SPECS.flatMap(([kind, pod]) =>
  CONTAINER_FIELDS.map((field): [string, string] => [kind, `${pod}/${field}`])
);

export const DEFAULT_VAR_REFERENCES: readonly FieldSpec[] = [...IN_CONTAINERS, ...OTHERS]
  .map(([kind, path]) => ({ ...(kind === "" ? {} : { kind }), path, create: false }));
