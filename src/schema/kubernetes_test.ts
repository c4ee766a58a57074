import { assertEquals } from "@std/assert";
import { parseApiVersion } from "../model/gvk.ts";
import { KubernetesSchema } from "./kubernetes.ts";
import { DEFINITION_NAMES } from "./kubernetes_data.ts";
import type { SchemaNode } from "./schema.ts";

const schema = new KubernetesSchema();

/** The schema at a path such as `spec.containers.[].ports`. */
function lookup(apiVersion: string, kind: string, path: string): SchemaNode | undefined {
  let node = schema.kind({ ...parseApiVersion(apiVersion), kind });
  for (const step of path.split(".")) node = step === "[]" ? node?.elements() : node?.field(step);
  return node;
}

Deno.test("KubernetesSchema knows the merge keys of lists", () => {
  const pod = "spec.template.spec";
  assertEquals(lookup("apps/v1", "Deployment", `${pod}.containers`)?.mergeKeys, ["name"]);
  assertEquals(lookup("apps/v1", "Deployment", `${pod}.containers.[].ports`)?.mergeKeys, ["containerPort", "protocol"]);
  assertEquals(lookup("batch/v1", "CronJob", `spec.jobTemplate.${pod}.volumes`)?.mergeKeys, ["name"]);
  assertEquals(lookup("v1", "Service", "spec.ports")?.mergeKeys, ["port", "protocol"]);
  assertEquals(lookup("v1", "ServiceAccount", "secrets")?.mergeKeys, ["name"]);
});

Deno.test("KubernetesSchema knows sets of scalars from lists that are replaced", () => {
  assertEquals(lookup("v1", "ConfigMap", "metadata.finalizers")?.mergeKeys, []);
  assertEquals(lookup("v1", "Pod", "spec.tolerations")?.mergeKeys, undefined);
  assertEquals(lookup("v1", "Pod", "spec.containers.[].args")?.mergeKeys, undefined);
  assertEquals(lookup("v1", "Pod", "spec")?.mergeKeys, undefined);
});

Deno.test("KubernetesSchema follows maps, and ends where nothing is known", () => {
  assertEquals(lookup("v1", "ConfigMap", "data.anything") !== undefined, true);
  assertEquals(lookup("v1", "ConfigMap", "data.anything.below"), undefined);
  assertEquals(lookup("v1", "Pod", "spec.noSuchField"), undefined);
  assertEquals(lookup("v1", "Pod", "spec.[]"), undefined);
});

Deno.test("KubernetesSchema finds definitions by name, from the first to the last", () => {
  const names = DEFINITION_NAMES.split("\n").flatMap((line) => {
    const [packageName, ...kinds] = line.split(" ");
    return kinds.map((kind) => `${packageName}.${kind}`);
  });
  assertEquals(names.filter((name) => schema.definition(name) === undefined), []);
  assertEquals(["", "Pod", "io.k8s.api.core.v1"].map((name) => schema.definition(name)), Array(3).fill(undefined));
  const template = schema.definition("io.k8s.api.core.v1.PodTemplateSpec")?.field("spec")?.field("containers");
  assertEquals(template?.mergeKeys, ["name"]);
});

Deno.test("KubernetesSchema takes a kind by its group and version", () => {
  assertEquals(schema.kind({ group: "apps", version: "v1", kind: "Deployment" }) !== undefined, true);
  assertEquals(schema.kind({ group: "extensions", version: "v1beta1", kind: "Deployment" }), undefined);
  assertEquals(schema.kind({ group: "", version: "v1", kind: "constructor" }), undefined);
});
