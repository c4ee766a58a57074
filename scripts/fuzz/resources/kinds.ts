/** Bodies of all other kinds: the fields besides `metadata`. */

import type { Random } from "../random.ts";
import { type Fields, type Value, withSome } from "../value.ts";
import { labels, NAMESPACES, oddScalar, TEXTS } from "../words.ts";
import { cronJobSpec, podSpec, reference, selector, TEMPLATED, workloadSpec } from "./workloads.ts";

export interface Kind {
  apiVersion: string;
  /** Whether its resources are cluster-scoped. */
  cluster?: boolean;
  body: (random: Random) => Fields;
}

const RBAC = "rbac.authorization.k8s.io";
const ADMISSION = "admissionregistration.k8s.io/v1";

export const KINDS: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(
    (Object.keys(TEMPLATED) as (keyof typeof TEMPLATED)[]).map((kind): [string, Kind] => [
      kind,
      { apiVersion: TEMPLATED[kind], body: (random) => ({ spec: workloadSpec(random, kind) }) },
    ]),
  ),
  CronJob: { apiVersion: "batch/v1", body: (random) => ({ spec: cronJobSpec(random) }) },
  Pod: { apiVersion: "v1", body: (random) => ({ spec: podSpec(random) }) },
  PodTemplate: { apiVersion: "v1", body: (random) => ({ template: { spec: podSpec(random) } }) },
  ConfigMap: { apiVersion: "v1", body: configMap },
  Secret: { apiVersion: "v1", body: secret },
  Service: { apiVersion: "v1", body: service },
  ServiceAccount: {
    apiVersion: "v1",
    body: (random) => withSome(random, {}, { imagePullSecrets: [0.3, () => [{ name: reference(random) }]] }),
  },
  Namespace: { apiVersion: "v1", cluster: true, body: () => ({}) },
  Node: {
    apiVersion: "v1",
    cluster: true,
    body: (random) => ({ spec: { configSource: { configMap: { name: reference(random), namespace: "ns1" } } } }),
  },
  PersistentVolume: {
    apiVersion: "v1",
    cluster: true,
    body: (random) => ({ spec: { storageClassName: reference(random), azureFile: { secretName: reference(random) } } }),
  },
  PersistentVolumeClaim: {
    apiVersion: "v1",
    body: (random) => ({ spec: { storageClassName: reference(random), volumeName: reference(random) } }),
  },
  StorageClass: {
    apiVersion: "storage.k8s.io/v1",
    cluster: true,
    body: (random) => ({ parameters: { secretName: reference(random), adminSecretName: reference(random) } }),
  },
  PriorityClass: { apiVersion: "scheduling.k8s.io/v1", cluster: true, body: () => ({ value: 1000 }) },
  Role: { apiVersion: `${RBAC}/v1`, body: rules },
  ClusterRole: {
    apiVersion: `${RBAC}/v1`,
    cluster: true,
    body: (random) =>
      withSome(random, rules(random), {
        aggregationRule: [0.1, () => ({ clusterRoleSelectors: [{ matchLabels: labels(random) }] })],
      }),
  },
  RoleBinding: {
    apiVersion: `${RBAC}/v1`,
    body: (random) => binding(random, random.pick(["Role", "ClusterRole"])),
  },
  ClusterRoleBinding: { apiVersion: `${RBAC}/v1`, cluster: true, body: (random) => binding(random, "ClusterRole") },
  Ingress: { apiVersion: "networking.k8s.io/v1", body: ingress },
  NetworkPolicy: { apiVersion: "networking.k8s.io/v1", body: networkPolicy },
  PodDisruptionBudget: {
    apiVersion: "policy/v1",
    body: (random) => ({ spec: { minAvailable: 1, selector: selector(random) } }),
  },
  HorizontalPodAutoscaler: {
    apiVersion: "autoscaling/v2",
    body: (random) => {
      const kind = random.pick(["Deployment", "StatefulSet", "ReplicaSet"]);
      return { spec: { scaleTargetRef: { apiVersion: "apps/v1", kind, name: reference(random) }, maxReplicas: 5 } };
    },
  },
  CustomResourceDefinition: { apiVersion: "apiextensions.k8s.io/v1", cluster: true, body: definition },
  APIService: {
    apiVersion: "apiregistration.k8s.io/v1",
    cluster: true,
    body: (random) => ({ spec: { service: { name: reference(random), namespace: random.pick(NAMESPACES) } } }),
  },
  ValidatingWebhookConfiguration: { apiVersion: ADMISSION, cluster: true, body: webhooks },
  MutatingWebhookConfiguration: { apiVersion: ADMISSION, cluster: true, body: webhooks },
  ValidatingAdmissionPolicy: { apiVersion: ADMISSION, cluster: true, body: () => ({ spec: {} }) },
  ValidatingAdmissionPolicyBinding: {
    apiVersion: ADMISSION,
    cluster: true,
    body: (random) => ({ spec: { policyName: reference(random) } }),
  },
  ServiceMonitor: {
    apiVersion: "monitoring.coreos.com/v1",
    body: (random) => ({ spec: { selector: selector(random), endpoints: [{ port: "http" }] } }),
  },
  Widget: { apiVersion: "acme.io/v1", body: widget },
  ClusterWidget: { apiVersion: "acme.io/v1", body: widget },
};

function configMap(random: Random): Fields {
  return withSome(random, {}, {
    data: [0.9, () => data(random, () => random.risk(0.1) ? oddScalar(random) : random.pick(TEXTS))],
    binaryData: [0.05, () => ({ bin: "AAEC" })],
    immutable: [0.05, () => true],
  });
}

function secret(random: Random): Fields {
  return withSome(random, {}, {
    type: [0.6, () => random.pick(["Opaque", "kubernetes.io/tls"])],
    data: [0.7, () => data(random, () => random.pick(["cGFzcw==", "", "YQ=="]))],
    stringData: [0.2, () => data(random, () => random.pick(TEXTS))],
  });
}

function data(random: Random, value: () => Value): Fields {
  return Object.fromEntries(random.some(["k", "a.conf", "b_c", "PORT", "url"], 0, 3).map((key) => [key, value()]));
}

function service(random: Random): Fields {
  const spec = withSome(random, {}, {
    selector: [0.8, () => labels(random)],
    type: [0.3, () => random.pick(["ClusterIP", "LoadBalancer", "ExternalName"])],
    externalName: [0.05, () => "$(VAR).example.com"],
    ports: [0.7, () =>
      random.some<Value>(
        [
          { port: 80, name: "http", targetPort: "http" },
          { port: 53, protocol: "UDP", name: "dns" },
          { port: 53, protocol: "TCP", name: "dns-tcp" },
        ],
        1,
        3,
      )],
  });
  return { spec };
}

function rules(random: Random): Fields {
  return {
    rules: [
      withSome(random, { apiGroups: [""], resources: ["configmaps", "secrets"], verbs: ["get"] }, {
        resourceNames: [0.7, () => [reference(random), reference(random)]],
      }),
    ],
  };
}

function binding(random: Random, kind: string): Fields {
  const subject = () =>
    withSome(random, {
      kind: random.pick(["ServiceAccount", "ServiceAccount", "User"]),
      name: random.pick([reference(random), "default"]),
    }, {
      namespace: [0.6, () => random.pick([...NAMESPACES, "other"])],
    });
  return { roleRef: { apiGroup: RBAC, kind, name: reference(random) }, subjects: random.times(0, 2, subject) };
}

function ingress(random: Random): Fields {
  const backend = () => ({ service: { name: reference(random), port: { number: 80 } } });
  const spec = withSome(random, {}, {
    rules: [
      0.9,
      () => [{ host: "$(VAR).x.io", http: { paths: [{ path: "/", pathType: "Prefix", backend: backend() }] } }],
    ],
    tls: [0.4, () => [{ hosts: ["x.io"], secretName: reference(random) }]],
    defaultBackend: [0.2, backend],
    ingressClassName: [0.2, () => reference(random)],
  });
  return { spec };
}

function networkPolicy(random: Random): Fields {
  const spec = withSome(random, { podSelector: selector(random) }, {
    ingress: [0.5, () => [{ from: [{ podSelector: selector(random) }, { namespaceSelector: selector(random) }] }]],
    egress: [0.3, () => [{ to: [{ podSelector: selector(random) }], ports: [{ port: 53 }] }]],
  });
  return { spec };
}

function definition(random: Random): Fields {
  const service = { name: reference(random), namespace: random.pick(NAMESPACES) };
  const spec = withSome(random, {
    group: "acme.io",
    names: { kind: "Widget", plural: "widgets" },
    scope: random.pick(["Namespaced", "Cluster"]),
    versions: [{ name: "v1", served: true, storage: true }],
  }, { conversion: [0.3, () => ({ strategy: "Webhook", webhook: { clientConfig: { service } } })] });
  return { spec };
}

function webhooks(random: Random): Fields {
  const hook = (name: string) => {
    const service = withSome(random, { name: reference(random) }, {
      namespace: [0.8, () => random.pick([...NAMESPACES, "other"])],
    });
    return { name, clientConfig: { service }, rules: [] };
  };
  return { webhooks: random.some(["a.acme.io", "b.acme.io"], 1, 2).map(hook) };
}

/** A custom resource, with something for every option to refer to. */
function widget(random: Random): Fields {
  const spec = withSome(random, {}, {
    ref: [0.5, () => ({ name: reference(random), namespace: random.pick(NAMESPACES) })],
    refName: [0.5, () => reference(random)],
    replicas: [0.4, () => random.int(0, 3)],
    image: [0.3, () => "nginx:1"],
    images: [0.3, () => ["nginx:1", "app"]],
    template: [0.2, () => ({ metadata: { labels: labels(random) }, spec: podSpec(random) })],
    items: [
      0.5,
      () =>
        random.some(["a", "b", "c"], 1, 3).map((name) => ({ name, value: random.pick(TEXTS), ref: reference(random) })),
    ],
    list: [0.3, () => random.times<Value>(0, 3, () => random.pick<Value>(["x", 1, true, null, { name: "n" }, ["y"]]))],
    sel: [0.4, () => labels(random)],
    text: [0.4, () => random.pick(TEXTS)],
    json: [0.2, () => '{"host": "a", "ports": [80, 443], "deep": {"x": "1"}}'],
    yaml: [0.2, () => '# head\nhost: a # side\nports:\n- 80\n- 443\ndeep:\n  x: "1"\n'],
    odd: [0.3, () => random.risk(1) ? oddScalar(random) : random.pick<Value>([0, true, 1.5, "1", "x"])],
    nothing: [0.1, () => null],
    empty: [0.1, () => random.pick<Value>([{}, []])],
    keys: [0.1, () => ({ "4": 1, "a.b/c": { "x y": 2 }, "": "e", on: "o", "é": 3 })],
    podSelector: [0.1, () => selector(random)],
  });
  return { spec };
}
