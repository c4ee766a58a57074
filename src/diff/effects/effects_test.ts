import { assertEquals } from "@std/assert";
import { resourcesOf } from "../../testing/model.ts";
import { diffResources } from "../diff_resources.ts";

/** The effects of a change, as `code message`. Texts are resources in flow style. */
function effects(before: string, after: string): string[] {
  return diffResources(resourcesOf(before), resourcesOf(after)).flatMap(({ effects }) =>
    effects.map(({ code, message }) => `${code} ${message}`)
  );
}

function object(kind: string, rest: string, apiVersion = "v1"): string {
  return `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: x}, ${rest}}`;
}

function immutable(field: string, kind: string): string {
  return `immutable-field ${field} cannot be changed: ${kind} must be deleted and created again`;
}

Deno.test("a field that the cluster does not change is told, and its neighbour is not", () => {
  const cases: [kind: string, before: string, after: string, field: string | undefined][] = [
    ["StatefulSet", "spec: {serviceName: a}", "spec: {serviceName: b}", "spec.serviceName"],
    ["StatefulSet", "spec: {minReadySeconds: 1}", "spec: {minReadySeconds: 2}", undefined],
    [
      "StatefulSet",
      "spec: {volumeClaimTemplates: [{a: 1}]}",
      "spec: {volumeClaimTemplates: [{a: 2}]}",
      "spec.volumeClaimTemplates[0].a",
    ],
    ["Job", "spec: {template: {spec: {a: 1}}}", "spec: {template: {spec: {a: 2}}}", "spec.template.spec.a"],
    ["Job", "spec: {suspend: true}", "spec: {suspend: false}", undefined],
    ["RoleBinding", "roleRef: {name: a}", "roleRef: {name: b}", "roleRef.name"],
    ["PersistentVolumeClaim", "spec: {accessModes: [a]}", "spec: {accessModes: [b]}", "spec.accessModes[0]"],
    [
      "PersistentVolumeClaim",
      "spec: {resources: {requests: {storage: 1Gi}}}",
      "spec: {resources: {requests: {storage: 2Gi}}}",
      undefined,
    ],
    ["Pod", "spec: {nodeName: a}", "spec: {nodeName: b}", "spec.nodeName"],
    ["Service", "spec: {clusterIP: 10.0.0.1}", "spec: {clusterIP: 10.0.0.2}", "spec.clusterIP"],
    ["Service", "spec: {clusterIP: 10.0.0.1}", "spec: {type: NodePort}", undefined],
    ["Service", "spec: {ports: []}", "spec: {clusterIP: None, ports: []}", "spec.clusterIP"],
    ["Service", "spec: {ports: []}", "spec: {clusterIP: 10.0.0.1, ports: []}", undefined],
    ["Service", "spec: {clusterIP: 10.0.0.1}", "spec: {type: ExternalName, clusterIP: x}", undefined],
    ["Pod", "spec: {containers: [{image: a:1}]}", "spec: {containers: [{image: a:2}]}", undefined],
    ["Job", "spec: a", "spec: b", undefined],
    ["Job", "a: 1", "spec: {template: {}}", "spec"],
    ["Job", "spec: {template: {}}", "a: 1", "spec"],
    ["Secret", "type: a", "type: b", "type"],
    ["ConfigMap", "immutable: true, data: {a: b}", "immutable: true, data: {a: c}", "data.a"],
    ["ConfigMap", "data: {a: b}", "data: {a: c}", undefined],
    ["CustomResourceDefinition", "spec: {scope: Namespaced}", "spec: {scope: Cluster}", "spec.scope"],
  ];
  for (const [kind, before, after, field] of cases) {
    const told = effects(object(kind, before), object(kind, after)).filter((text) => text.startsWith("immutable"));
    assertEquals(told, field === undefined ? [] : [immutable(field, kind)], `${kind} ${before}`);
  }
});

Deno.test("pods are replaced by a change of their template, if there are any", () => {
  const workload = (kind: string, image: string, rest = "") =>
    object(kind, `spec: {${rest}template: {spec: {containers: [{name: a, image: ${image}}]}}}`, "apps/v1");
  const told = (kind: string, rest = "") => effects(workload(kind, "a:1", rest), workload(kind, "a:2", rest));
  assertEquals(told("Deployment"), ["pods-replaced pods are replaced", "image-changed a:1 -> a:2"]);
  assertEquals(told("Deployment", "replicas: 0, "), ["image-changed a:1 -> a:2"]);
  assertEquals(told("ReplicaSet"), ["image-changed a:1 -> a:2"]);
  assertEquals(
    told("DaemonSet", "updateStrategy: {type: OnDelete}, ")[0],
    "pods-replaced pods are replaced once they are deleted",
  );
});

Deno.test("a workload is scaled to zero if it was not", () => {
  const told = (before: string, after: string, kind = "Deployment") =>
    effects(object(kind, `spec: {${before}a: 1}`), object(kind, `spec: {${after}a: 1}`));
  assertEquals(told("replicas: 1, ", "replicas: 0, "), ["scaled-to-zero no pod is left"]);
  assertEquals(told("", "replicas: 0, "), ["scaled-to-zero no pod is left"]);
  assertEquals(told("replicas: 2, ", "replicas: 1, "), []);
  assertEquals(told("replicas: 0, ", ""), []);
  assertEquals(told("replicas: '0', ", "replicas: 0, "), []);
  assertEquals(told("replicas: 1, ", "replicas: 0, ", "Widget"), []);
});

Deno.test("permissions are wider if none of the old ones covers them", () => {
  const role = (rules: string) => object("Role", `rules: [${rules}]`);
  const rule = (groups: string, resources: string, verbs: string, rest = "") =>
    `{apiGroups: [${groups}], resources: [${resources}], verbs: [${verbs}]${rest}}`;
  const told = (before: string, after: string) => effects(role(before), role(after));
  assertEquals(told(rule('""', "pods", "get, list"), rule('""', "pods", "get")), []);
  assertEquals(told(rule('"*"', '"*"', '"*"'), rule("apps", "deployments", "get")), []);
  assertEquals(told(rule('""', "pods", "get"), rule('""', "pods, secrets", "get")), [
    "wider-rbac allows more: get secrets",
  ]);
  assertEquals(told(rule('""', "pods", "get"), rule('""', "pods", '"*"')), ["wider-rbac allows more: * pods"]);
  assertEquals(told(rule('""', "secrets", "get", ", resourceNames: [a]"), rule('""', "secrets", "get")), [
    "wider-rbac allows more: get secrets",
  ]);
  assertEquals(told(rule('""', "secrets", "get"), rule('""', "secrets", "get", ", resourceNames: [a]")), []);
  assertEquals(told(rule("apps", '"*/scale"', "get"), rule("apps", "deployments/scale", "get")), []);
  assertEquals(
    told("{nonResourceURLs: [/healthz/*], verbs: [get]}", "{nonResourceURLs: [/healthz/a, /b], verbs: [get]}"),
    [
      "wider-rbac allows more: get /b",
    ],
  );
  const urls = (...paths: string[]) => `{nonResourceURLs: [${paths.join()}], verbs: [get]}`;
  assertEquals(told(urls("/healthz"), urls("/healthz/a")), ["wider-rbac allows more: get /healthz/a"]);
  assertEquals(told(urls("/a", "b*"), urls("/c")), ["wider-rbac allows more: get /c"]);
});

Deno.test("the first three permissions and readers are named, and the others counted", () => {
  const role = (...resources: string[]) =>
    object("Role", `rules: [{apiGroups: [""], resources: [${resources.join()}], verbs: [get]}]`);
  assertEquals(effects(role(), role("a", "b", "c")), ["wider-rbac allows more: get a, get b, get c"]);
  assertEquals(effects(role(), role("a", "b", "c", "d", "e")), [
    "wider-rbac allows more: get a, get b, get c and 2 more",
  ]);
  const config = (value: string) => `{kind: ConfigMap, metadata: {name: env}, data: {a: ${value}}}`;
  const readers = (count: number) =>
    Array.from(
      { length: count },
      (_, index) =>
        `\n---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: d${index}, namespace: default}, ` +
        "spec: {template: {spec: {containers: [{envFrom: [{configMapRef: {name: env}}]}]}}}}",
    ).join("");
  const told = (count: number) => effects(config("x") + readers(count), config("y") + readers(count));
  const stale = (names: string) => [`config-not-rolled pods of ${names} keep the old values until they restart`];
  assertEquals(told(3), stale("Deployment d0, Deployment d1, Deployment d2"));
  assertEquals(told(4), stale("Deployment d0, Deployment d1, Deployment d2 and 1 more"));
});

Deno.test("a binding is wider with each new subject, and a new one with all", () => {
  const binding = (role: string, ...names: string[]) =>
    object(
      "ClusterRoleBinding",
      `roleRef: {kind: ClusterRole, name: ${role}}, subjects: [${names.map((name) => `{kind: User, name: ${name}}`)}]`,
    );
  const wider = (before: string, after: string) => effects(before, after).filter((text) => text.startsWith("wider"));
  assertEquals(wider(binding("admin", "a"), binding("admin", "a", "b")), [
    "wider-rbac grants ClusterRole admin to User b",
  ]);
  assertEquals(wider(binding("view", "a"), binding("admin", "a")), ["wider-rbac grants ClusterRole admin to User a"]);
  assertEquals(wider(binding("view", "a", "b"), binding("view", "a")), []);
  assertEquals(wider(object("Pod", "a: 1"), `${object("Pod", "a: 1")}\n---\n${binding("admin", "a")}`), [
    "wider-rbac grants ClusterRole admin to User a",
  ]);
});

Deno.test("configuration that changes in place is told if pods read it when they start", () => {
  const config = (value: number) => `{apiVersion: v1, kind: ConfigMap, metadata: {name: env}, data: {a: "${value}"}}`;
  const reader = (container: string, rest = "") =>
    `\n---\n${
      object("Deployment", `spec: {template: {spec: {containers: [{name: a, ${container}}]${rest}}}}`, "apps/v1")
    }`;
  const told = (container: string, rest = "") =>
    effects(config(1) + reader(container, rest), config(2) + reader(container, rest));
  const stale = ["config-not-rolled pods of Deployment x keep the old values until they restart"];
  assertEquals(told("envFrom: [{configMapRef: {name: env}}]"), stale);
  assertEquals(told("env: [{name: A, valueFrom: {configMapKeyRef: {name: env, key: a}}}]"), stale);
  const volumes = ", volumes: [{name: v, configMap: {name: env}}]";
  assertEquals(told("volumeMounts: [{name: v, mountPath: /a, subPath: a}]", volumes), stale);
  // The kubelet brings these up to date.
  assertEquals(told("volumeMounts: [{name: v, mountPath: /a}]", volumes), []);
  assertEquals(told("envFrom: [{secretRef: {name: env}}]"), []);
});

Deno.test("pods that are replaced anyway do not keep old configuration", () => {
  const side = (value: string, container: string, replicas: number) =>
    `{kind: ConfigMap, metadata: {name: env}, data: {a: ${value}}}\n---\n` + object(
      "Deployment",
      `spec: {replicas: ${replicas}, template: {spec: {containers: [{name: ${container}, envFrom: [{configMapRef: {name: env}}]}]}}}`,
      "apps/v1",
    );
  const told = (after: string) => effects(side("x", "a", 1), after).filter((text) => text.startsWith("config"));
  assertEquals(told(side("y", "b", 1)), []);
  assertEquals(told(side("y", "a", 0)).length, 1);
});
