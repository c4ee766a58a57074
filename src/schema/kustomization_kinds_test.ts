import { assertEquals } from "@std/assert";
import { KUSTOMIZATION_KINDS } from "./kustomization_kinds.ts";

Deno.test("generators of a kustomization are merged by name, and nothing of other kinds is", () => {
  const gvk = { group: "kustomize.config.k8s.io", version: "v1beta1", kind: "Kustomization" };
  const schema = KUSTOMIZATION_KINDS.kind(gvk);
  const keys = ["configMapGenerator", "secretGenerator", "generators"].map((name) => schema?.field(name)?.mergeKeys);
  assertEquals(keys, [["name"], ["name"], undefined]);
  for (const other of [{ group: "" }, { version: "v1alpha1" }, { kind: "Component" }]) {
    assertEquals(KUSTOMIZATION_KINDS.kind({ ...gvk, ...other }), undefined);
  }
});
