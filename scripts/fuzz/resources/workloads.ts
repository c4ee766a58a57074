/** Pods, and the kinds with pod templates. */

import type { Random } from "../random.ts";
import { type Fields, type Value, withSome } from "../value.ts";
import { annotations, IMAGES, labels, NAMES, TEXTS } from "../words.ts";

/** Kinds with a pod template at `spec/template`, and their groups. */
export const TEMPLATED = {
  Deployment: "apps/v1",
  StatefulSet: "apps/v1",
  DaemonSet: "apps/v1",
  ReplicaSet: "apps/v1",
  Job: "batch/v1",
  ReplicationController: "v1",
} as const;

/** A name of a resource that exists or may exist, including generated ones. */
export function reference(random: Random): string {
  return random.pick([...NAMES, "gen1", "gen2", "gen3"]);
}

/** The spec of a workload. */
export function workloadSpec(random: Random, kind: keyof typeof TEMPLATED): Fields {
  const spec = withSome(random, { template: template(random) }, {
    replicas: [0.4, () => random.int(0, 4)],
    selector: [0.7, () => kind === "ReplicationController" ? labels(random) : selector(random)],
    strategy: [0.1, () => ({ type: "RollingUpdate", rollingUpdate: { maxSurge: random.pick<Value>([1, "25%"]) } })],
    backoffLimit: [0.1, () => 3],
  });
  if (kind !== "StatefulSet") return spec;
  return withSome(random, spec, {
    serviceName: [0.8, () => reference(random)],
    volumeClaimTemplates: [0.4, () => [claimTemplate(random)]],
  });
}

export function cronJobSpec(random: Random): Fields {
  const job = withSome(random, { spec: { template: template(random) } }, {
    metadata: [0.3, () => ({ labels: labels(random) })],
  });
  return { schedule: "*/5 * * * *", jobTemplate: job };
}

export function selector(random: Random): Fields {
  return withSome(random, {}, {
    matchLabels: [0.9, () => labels(random)],
    matchExpressions: [0.1, () => [{ key: "tier", operator: "In", values: ["front", "back"] }]],
  });
}

function claimTemplate(random: Random): Fields {
  const metadata = withSome(random, { name: "data" }, { labels: [0.4, () => labels(random)] });
  return { metadata, spec: { storageClassName: reference(random), resources: { requests: { storage: "1Gi" } } } };
}

function template(random: Random): Fields {
  return withSome(random, { spec: podSpec(random) }, {
    metadata: [0.7, () =>
      withSome(random, {}, {
        labels: [0.9, () => labels(random)],
        annotations: [0.2, () => annotations(random)],
        name: [0.05, () => "pod"],
        creationTimestamp: [0.1, () => null],
      })],
  });
}

export function podSpec(random: Random): Fields {
  return withSome(random, { containers: containers(random, ["main", "side", "proxy"]) }, {
    initContainers: [0.2, () => containers(random, ["init", "migrate"])],
    ephemeralContainers: [0.03, () => containers(random, ["debug"])],
    volumes: [0.5, () => random.some(["v1", "v2", "v3"], 1, 3).map((name) => volume(random, name))],
    serviceAccountName: [0.3, () => reference(random)],
    serviceAccount: [0.05, () => reference(random)],
    imagePullSecrets: [0.15, () => [{ name: reference(random) }]],
    nodeSelector: [0.1, () => ({ disk: "ssd" })],
    priorityClassName: [0.1, () => reference(random)],
    affinity: [0.15, () => affinity(random)],
    tolerations: [0.1, () => [{ key: "gpu", operator: "Exists" }, { key: "spot", value: "true" }]],
    topologySpreadConstraints: [0.1, () => [{
      maxSkew: 1,
      topologyKey: "zone",
      whenUnsatisfiable: "DoNotSchedule",
      labelSelector: { matchLabels: labels(random) },
    }]],
    hostAliases: [0.05, () => [{ ip: "127.0.0.1", hostnames: ["a", "b"] }]],
    securityContext: [0.1, () => ({ runAsUser: 1000, fsGroup: 2000 })],
    restartPolicy: [0.1, () => "OnFailure"],
  });
}

function containers(random: Random, names: string[]): Value[] {
  return random.some(names, 1, 2).map((name) => container(random, name));
}

function container(random: Random, name: string): Fields {
  return withSome(random, { name, image: random.pick(IMAGES) }, {
    command: [0.2, () => ["sh", "-c", random.pick(TEXTS)]],
    args: [0.3, () => random.some(["--v=2", "$(VAR)", "$(LOG)", "--name=$(NAME)", "$$(VAR)", "1"], 1, 3)],
    env: [0.5, () => random.some(["LOG", "NAME", "PORT", "TOKEN"], 1, 3).map((env) => variable(random, env))],
    envFrom: [0.3, () => [random.pick<Value>([
      { configMapRef: { name: reference(random) } },
      { secretRef: { name: reference(random), optional: true }, prefix: "P_" },
    ])]],
    ports: [0.3, () =>
      random.some<Value>(
        [
          { containerPort: 8080, name: "http" },
          { containerPort: 53, protocol: "UDP" },
          { containerPort: 53, protocol: "TCP" },
        ],
        1,
        3,
      )],
    volumeMounts: [
      0.3,
      () => random.some(["v1", "v2"], 1, 2).map((volume) => ({ name: volume, mountPath: `/${volume}` })),
    ],
    resources: [0.2, () => ({ limits: { cpu: random.pick<Value>(["1", 0.5, 2]), memory: "128Mi" } })],
    livenessProbe: [0.1, () => ({ httpGet: { path: "/healthz", port: random.pick<Value>([8080, "http"]) } })],
    securityContext: [0.1, () => ({ capabilities: { drop: ["ALL"], add: ["NET_ADMIN"] } })],
    imagePullPolicy: [0.1, () => "Always"],
  });
}

function variable(random: Random, name: string): Fields {
  return random.pick<() => Fields>([
    () => ({ name, value: random.pick(TEXTS) }),
    () => ({ name, value: "$(VAR)" }),
    () => ({ name, valueFrom: { configMapKeyRef: { name: reference(random), key: "k" } } }),
    () => ({ name, valueFrom: { secretKeyRef: { name: reference(random), key: "k", optional: false } } }),
    () => ({ name, valueFrom: { fieldRef: { fieldPath: "metadata.name" } } }),
  ])();
}

function volume(random: Random, name: string): Fields {
  const source = random.pick<() => Fields>([
    () => ({ configMap: { name: reference(random), items: [{ key: "k", path: "p" }] } }),
    () => ({ secret: { secretName: reference(random), defaultMode: 420 } }),
    () => ({ persistentVolumeClaim: { claimName: reference(random) } }),
    () => ({
      projected: {
        sources: [{ configMap: { name: reference(random) } }, { secret: { name: reference(random) } }, {
          serviceAccountToken: { path: "t" },
        }],
      },
    }),
    () => ({ emptyDir: {} }),
    () => ({ hostPath: { path: "/var" } }),
    () => ({ csi: { driver: "d", nodePublishSecretRef: { name: reference(random) } } }),
    () => ({ nfs: { server: "$(VAR)", path: "/$(NAME)" } }),
  ])();
  return { name, ...source };
}

function affinity(random: Random): Fields {
  const term = { topologyKey: "zone", labelSelector: selector(random) };
  return random.pick<Fields>([
    { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } },
    { podAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term }] } },
  ]);
}
