/** The order in which kyaml sorts the fields of resources, from `kyaml/yaml/order.go`. */

import { compareCodePoints } from "../text/compare.ts";

const NAMES = ("name generateName namespace clusterName apiVersion kind metadata type labels annotations spec status " +
  "stringData data binaryData parallelism completions backoffLimit replicas selector manualSelector template " +
  "ttlSecondsAfterFinished volumeClaimTemplates service serviceName podManagementPolicy updateStrategy strategy " +
  "minReadySeconds revision revisionHistoryLimit paused progressDeadlineSeconds restartPolicy " +
  "terminationGracePeriodSeconds activeDeadlineSeconds dnsPolicy serviceAccountName serviceAccount " +
  "automountServiceAccountToken nodeName hostNetwork hostPID hostIPC shareProcessNamespace hostname subdomain " +
  "schedulerName priorityClassName priority runtimeClassName enableServiceLinks nodeSelector hostAliases " +
  "initContainers containers volumes imagePullSecrets affinity tolerations dnsConfig readinessGates image " +
  "command args workingDir ports envFrom env resources volumeMounts volumeDevices livenessProbe readinessProbe " +
  "lifecycle terminationMessagePath terminationMessagePolicy imagePullPolicy securityContext stdin stdinOnce tty " +
  "clusterIP externalIPs loadBalancerIP loadBalancerSourceRanges externalName externalTrafficPolicy " +
  "sessionAffinity protocol port targetPort hostPort containerPort hostIP readOnly mountPath subPath subPathExpr " +
  "mountPropagation value valueFrom fieldRef resourceFieldRef configMapKeyRef secretKeyRef prefix configMapRef " +
  "secretRef").split(" ");

const POSITIONS = new Map(NAMES.map((name, index) => [name, index]));

/** Compares two names for sorting: those of the list come first, in its order. */
export function compareFields(a: string, b: string): number {
  const [x = Infinity, y = Infinity] = [POSITIONS.get(a), POSITIONS.get(b)];
  return x === y ? compareCodePoints(a, b) : x - y;
}

export function isKnownField(name: string): boolean {
  return POSITIONS.has(name);
}
