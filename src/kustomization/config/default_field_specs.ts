/** The built-in field specs of kustomize's newest release. Those of names and variables are in separate files. */

import type { Gvk } from "../../model/gvk.ts";
import { DEFAULT_NAME_REFERENCES } from "./default_name_references.ts";
import { DEFAULT_VAR_REFERENCES } from "./default_var_references.ts";
import { type TransformerConfig, transformerConfig } from "./transformer_config.ts";
import type { FieldSpec } from "../types.ts";

/** One path for several kinds; the common parts (group, version) are specified with the path. */
function specs(path: string, create: boolean, ...types: Partial<Gvk>[]): FieldSpec[] {
  return types.map((type) => ({ ...type, path, create }));
}

const ANY = {};
const REPLICATION_CONTROLLER = { version: "v1", kind: "ReplicationController" };
const DEPLOYMENT = { kind: "Deployment" };
const REPLICA_SET = { kind: "ReplicaSet" };
const DAEMON_SET = { kind: "DaemonSet" };
const APPS_DEPLOYMENT = { group: "apps", kind: "Deployment" };
const APPS_STATEFUL_SET = { group: "apps", kind: "StatefulSet" };
const JOB = { group: "batch", kind: "Job" };
const CRON_JOB = { group: "batch", kind: "CronJob" };
const NETWORK_POLICY = { group: "networking.k8s.io", kind: "NetworkPolicy" };

const NAME = specs("metadata/name", false, ANY);

const NAMESPACE = [
  ...specs("metadata/name", true, { kind: "Namespace" }),
  ...specs("spec/service/namespace", true, { group: "apiregistration.k8s.io", kind: "APIService" }),
  ...specs("spec/conversion/webhook/clientConfig/service/namespace", false, {
    group: "apiextensions.k8s.io",
    kind: "CustomResourceDefinition",
  }),
];

/** A resource's own labels. */
export const METADATA_LABELS: FieldSpec = { path: "metadata/labels", create: true };

/** Labels of the pods that a resource creates. */
const POD_LABELS = [
  ...specs(
    "spec/template/metadata/labels",
    true,
    REPLICATION_CONTROLLER,
    DEPLOYMENT,
    REPLICA_SET,
    DAEMON_SET,
    APPS_STATEFUL_SET,
    JOB,
  ),
  ...specs("spec/jobTemplate/metadata/labels", true, CRON_JOB),
  ...specs("spec/jobTemplate/spec/template/metadata/labels", true, CRON_JOB),
];

const VOLUME_CLAIM_TEMPLATE_LABELS = specs("spec/volumeClaimTemplates[]/metadata/labels", true, APPS_STATEFUL_SET);

const AFFINITY_SELECTORS = ["podAffinity", "podAntiAffinity"].flatMap((affinity) => [
  `affinity/${affinity}/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels`,
  `affinity/${affinity}/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels`,
]);

const POD_SELECTORS = [...AFFINITY_SELECTORS, "topologySpreadConstraints/labelSelector/matchLabels"];

/** Fields are created in this order. */
const COMMON_LABELS = [
  ...specs("spec/selector/matchLabels", true, APPS_STATEFUL_SET),
  ...POD_LABELS,
  ...specs("spec/selector", true, { version: "v1", kind: "Service" }, REPLICATION_CONTROLLER),
  ...specs("spec/selector/matchLabels", true, DEPLOYMENT, REPLICA_SET, DAEMON_SET),
  ...POD_SELECTORS.flatMap((path) => specs(`spec/template/spec/${path}`, false, APPS_DEPLOYMENT, APPS_STATEFUL_SET)),
  ...specs("spec/selector/matchLabels", false, JOB, { group: "policy", kind: "PodDisruptionBudget" }),
  ...specs("spec/jobTemplate/spec/selector/matchLabels", false, CRON_JOB),
  ...specs("spec/podSelector/matchLabels", false, NETWORK_POLICY),
  ...specs("spec/ingress/from/podSelector/matchLabels", false, NETWORK_POLICY),
  ...specs("spec/egress/to/podSelector/matchLabels", false, NETWORK_POLICY),
  ...VOLUME_CLAIM_TEMPLATE_LABELS,
  METADATA_LABELS,
];

const COMMON_ANNOTATIONS = [
  ...specs(
    "spec/template/metadata/annotations",
    true,
    REPLICATION_CONTROLLER,
    DEPLOYMENT,
    REPLICA_SET,
    DAEMON_SET,
    { kind: "StatefulSet" },
    JOB,
  ),
  ...specs("spec/jobTemplate/metadata/annotations", true, CRON_JOB),
  ...specs("spec/jobTemplate/spec/template/metadata/annotations", true, CRON_JOB),
  ...specs("metadata/annotations", true, ANY),
];

const CONTAINER_IMAGES = ["containers[]/image", "initContainers[]/image"];
const VOLUME_IMAGE = "volumes[]/image/reference";

/** kustomize finds the containers of a CronJob without a field spec. */
const IMAGES = ["spec", "spec/template/spec"].flatMap((pod) =>
  [...CONTAINER_IMAGES, VOLUME_IMAGE].flatMap((path) => specs(`${pod}/${path}`, true, ANY))
).concat(specs(`spec/jobTemplate/spec/template/spec/${VOLUME_IMAGE}`, true, ANY));

const REPLICAS = specs(
  "spec/replicas",
  true,
  DEPLOYMENT,
  { kind: "ReplicationController" },
  REPLICA_SET,
  { kind: "StatefulSet" },
);

/** The config of a kustomization without `configurations:` and `crds:`. */
export const DEFAULT_TRANSFORMER_CONFIG: TransformerConfig = transformerConfig({
  isBuiltIn: true,
  namePrefix: NAME,
  nameSuffix: NAME,
  namespace: NAMESPACE,
  commonLabels: COMMON_LABELS,
  templateLabels: [...POD_LABELS, METADATA_LABELS],
  volumeClaimTemplateLabels: VOLUME_CLAIM_TEMPLATE_LABELS,
  commonAnnotations: COMMON_ANNOTATIONS,
  nameReference: DEFAULT_NAME_REFERENCES,
  varReference: DEFAULT_VAR_REFERENCES,
  images: IMAGES,
  replicas: REPLICAS,
});
