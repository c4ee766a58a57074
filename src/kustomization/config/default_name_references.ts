/** kustomize's built-in table of the fields that hold names of other resources. */

import type { Gvk } from "../../model/gvk.ts";
import type { NameBackReference } from "./transformer_config.ts";
import type { FieldSpec } from "../types.ts";

/** A reference field: its kind, its path, and more of the gvk if needed. */
type Field = [kind: string, path: string, gvk?: Partial<Gvk>];

const RBAC = { group: "rbac.authorization.k8s.io" };
const ADMISSION = { group: "admissionregistration.k8s.io" };

/** Fields of pods that refer to ConfigMaps and Secrets. */
const POD_SPECS: readonly Field[] = [
  ["Pod", "spec", { version: "v1" }],
  ["PodTemplate", "template/spec"],
  ["Deployment", "spec/template/spec"],
  ["ReplicaSet", "spec/template/spec"],
  ["DaemonSet", "spec/template/spec"],
  ["StatefulSet", "spec/template/spec"],
  ["Job", "spec/template/spec"],
  ["CronJob", "spec/jobTemplate/spec/template/spec"],
];

/** Fields of pods that refer to other objects; kustomize uses another list of kinds for these. */
const OTHER_POD_SPECS: readonly Field[] = [
  ["Pod", "spec"],
  ["StatefulSet", "spec/template/spec"],
  ["Deployment", "spec/template/spec"],
  ["ReplicationController", "spec/template/spec"],
  ["CronJob", "spec/jobTemplate/spec/template/spec"],
  ["Job", "spec/template/spec"],
  ["DaemonSet", "spec/template/spec"],
];

function inPods(pods: readonly Field[], ...paths: string[]): Field[] {
  return pods.flatMap(([kind, pod, gvk = {}]) => paths.map((path): Field => [kind, `${pod}/${path}`, gvk]));
}

function reference(target: Partial<Gvk>, ...fields: Field[]): NameBackReference {
  const fieldSpecs = fields.map(([kind, path, gvk]): FieldSpec => ({ ...gvk, kind, path, create: false }));
  return { ...target, fieldSpecs };
}

const SCALE_TARGET: Field = ["HorizontalPodAutoscaler", "spec/scaleTargetRef/name"];

export const DEFAULT_NAME_REFERENCES: readonly NameBackReference[] = [
  reference({ kind: "Deployment" }, SCALE_TARGET),
  reference({ kind: "ReplicationController" }, SCALE_TARGET),
  reference({ kind: "ReplicaSet" }, SCALE_TARGET),
  reference({ kind: "StatefulSet" }, SCALE_TARGET),
  reference(
    { version: "v1", kind: "ConfigMap" },
    ...inPods(
      POD_SPECS,
      "volumes/configMap/name",
      "containers/env/valueFrom/configMapKeyRef/name",
      "initContainers/env/valueFrom/configMapKeyRef/name",
      "containers/envFrom/configMapRef/name",
      "initContainers/envFrom/configMapRef/name",
      "volumes/projected/sources/configMap/name",
    ),
    ["Node", "spec/configSource/configMap"],
    ["Role", "rules/resourceNames"],
    ["ClusterRole", "rules/resourceNames"],
    ["Ingress", "metadata/annotations/nginx.ingress.kubernetes.io\\/fastcgi-params-configmap"],
  ),
  reference(
    { version: "v1", kind: "Secret" },
    ...inPods(
      POD_SPECS,
      "volumes/secret/secretName",
      "containers/env/valueFrom/secretKeyRef/name",
      "initContainers/env/valueFrom/secretKeyRef/name",
      "containers/envFrom/secretRef/name",
      "initContainers/envFrom/secretRef/name",
      "imagePullSecrets/name",
      "volumes/projected/sources/secret/name",
    ),
    ["Ingress", "spec/tls/secretName"],
    ["Ingress", "metadata/annotations/ingress.kubernetes.io\\/auth-secret"],
    ["Ingress", "metadata/annotations/nginx.ingress.kubernetes.io\\/auth-secret"],
    ["Ingress", "metadata/annotations/nginx.ingress.kubernetes.io\\/auth-tls-secret"],
    ["ServiceAccount", "imagePullSecrets/name"],
    ["StorageClass", "parameters/secretName"],
    ["StorageClass", "parameters/adminSecretName"],
    ["StorageClass", "parameters/userSecretName"],
    ["StorageClass", "parameters/secretRef"],
    ["Role", "rules/resourceNames"],
    ["ClusterRole", "rules/resourceNames"],
    ["Service", "spec/template/spec/containers/env/valueFrom/secretKeyRef/name", {
      group: "serving.knative.dev",
      version: "v1",
    }],
    ["PersistentVolume", "spec/azureFile/secretName"],
  ),
  reference(
    { version: "v1", kind: "Service" },
    ["StatefulSet", "spec/serviceName", { group: "apps" }],
    ["Ingress", "spec/rules/http/paths/backend/serviceName"],
    ["Ingress", "spec/backend/serviceName"],
    ["Ingress", "spec/rules/http/paths/backend/service/name"],
    ["Ingress", "spec/defaultBackend/service/name"],
    ["APIService", "spec/service/name", { group: "apiregistration.k8s.io" }],
    ["ValidatingWebhookConfiguration", "webhooks/clientConfig/service", ADMISSION],
    ["MutatingWebhookConfiguration", "webhooks/clientConfig/service", ADMISSION],
  ),
  reference({ ...RBAC, kind: "Role" }, ["RoleBinding", "roleRef/name", RBAC]),
  reference(
    { ...RBAC, kind: "ClusterRole" },
    ["RoleBinding", "roleRef/name", RBAC],
    ["ClusterRoleBinding", "roleRef/name", RBAC],
  ),
  reference(
    { version: "v1", kind: "ServiceAccount" },
    ["RoleBinding", "subjects", RBAC],
    ["ClusterRoleBinding", "subjects", RBAC],
    ...inPods(OTHER_POD_SPECS, "serviceAccountName"),
  ),
  reference(
    { version: "v1", kind: "PersistentVolumeClaim" },
    ...inPods(OTHER_POD_SPECS, "volumes/persistentVolumeClaim/claimName"),
  ),
  reference(
    { version: "v1", kind: "PersistentVolume" },
    ["PersistentVolumeClaim", "spec/volumeName"],
    ["ClusterRole", "rules/resourceNames"],
  ),
  reference(
    { group: "storage.k8s.io", version: "v1", kind: "StorageClass" },
    ["PersistentVolume", "spec/storageClassName"],
    ["PersistentVolumeClaim", "spec/storageClassName"],
    ["StatefulSet", "spec/volumeClaimTemplates/spec/storageClassName"],
  ),
  reference(
    { group: "scheduling.k8s.io", version: "v1", kind: "PriorityClass" },
    ...inPods(OTHER_POD_SPECS, "priorityClassName"),
  ),
  // Sic: the group contains a version, so this never matches an IngressClass.
  reference(
    { group: "networking.k8s.io/v1", version: "v1", kind: "IngressClass" },
    ["Ingress", "spec/ingressClassName"],
  ),
  reference(
    { ...ADMISSION, kind: "ValidatingAdmissionPolicy" },
    ["ValidatingAdmissionPolicyBinding", "spec/policyName", ADMISSION],
  ),
];
