import { assertEquals } from "@std/assert";
import { faultOfKey, faultOfLabelValue, faultOfName } from "./kube_names.ts";

const X63 = "x".repeat(63);
const X253 = "x".repeat(253);

Deno.test("faultOfName() knows the names of each kind", () => {
  const rbac = "rbac.authorization.k8s.io";
  const good: [name: string, kind: string, group: string][] = [
    ["a.b-c", "ConfigMap", ""],
    [X253, "ConfigMap", ""],
    [X63, "Service", ""],
    [X63, "Namespace", ""],
    ["1a", "Namespace", ""],
    ["1a", "Service", "serving.knative.dev"],
    ["a.b", "Namespace", "x.io"],
    ["system:Admin", "Role", rbac],
    ["Any Name", "Route", "route.openshift.io"],
  ];
  for (const [name, kind, group] of good) assertEquals(faultOfName(name, kind, group), undefined, `${kind} ${name}`);
  const bad: [name: string, kind: string, group: string][] = [
    ["A", "ConfigMap", ""],
    ["a-", "ConfigMap", ""],
    [`${X253}x`, "ConfigMap", ""],
    ["1a", "Service", ""],
    [`${X63}x`, "Service", ""],
    [`${X63}x`, "Namespace", ""],
    ["a.b", "Namespace", ""],
    ["a/b", "Role", rbac],
    [".", "Role", rbac],
    ["..", "Role", rbac],
  ];
  for (const [name, kind, group] of bad) {
    assertEquals(typeof faultOfName(name, kind, group), "string", `${kind} ${name}`);
  }
});

Deno.test("faultOfKey() allows one domain before the name", () => {
  for (const key of ["a", "A_b.c", X63, `a.io/${X63}`, `${X253}/a`, "Example.COM/a"]) {
    assertEquals(faultOfKey(key), undefined, key);
  }
  for (const key of ["", "-a", `${X63}x`, `${X253}x/a`, "a_b/c", "a/b/c", "/a", "a/"]) {
    assertEquals(typeof faultOfKey(key), "string", key);
  }
});

Deno.test("faultOfLabelValue() allows an empty value", () => {
  for (const value of ["", "a", "A_b.c-1", X63]) assertEquals(faultOfLabelValue(value), undefined, value);
  for (const value of ["a ", "-a", `${X63}x`]) assertEquals(typeof faultOfLabelValue(value), "string", value);
});
