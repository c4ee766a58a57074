import { assertEquals } from "@std/assert";
import { describeIdPattern, fitsIdPattern, type IdPattern } from "./id_pattern.ts";
import type { ResId } from "./res_id.ts";

const ANY: IdPattern = { group: "", version: "", kind: "", name: "", namespace: "" };

const role: ResId = {
  gvk: { group: "rbac.authorization.k8s.io", version: "v1", kind: "ClusterRole" },
  name: "web",
  namespace: "",
  clusterScoped: true,
};

Deno.test("fitsIdPattern() compares each given part as a whole", () => {
  assertEquals(fitsIdPattern(role, ANY), true);
  assertEquals(fitsIdPattern(role, { ...ANY, kind: "ClusterRole", name: "web" }), true);
  for (const part of ["group", "version", "kind", "name", "namespace"]) {
    assertEquals(fitsIdPattern(role, { ...ANY, [part]: "we.*" }), false, part);
  }
});

Deno.test("without a namespace even a cluster-scoped resource is in default", () => {
  assertEquals(fitsIdPattern(role, { ...ANY, namespace: "default" }), true);
  assertEquals(fitsIdPattern({ ...role, namespace: "shop" }, { ...ANY, namespace: "default" }), false);
});

Deno.test("describeIdPattern() lists the given parts", () => {
  assertEquals(describeIdPattern({ ...ANY, name: "db", kind: "Service" }), "kind 'Service', name 'db'");
  assertEquals(describeIdPattern(ANY), "anything");
});
