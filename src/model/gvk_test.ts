import { assertEquals } from "@std/assert";
import { apiVersionOf, gvkEquals, gvkIsSelected, parseApiVersion } from "./gvk.ts";
import { gvkSortText, rankKinds } from "./gvk_order.ts";
import { describeFullId, resIdToString } from "./res_id.ts";

const DEPLOYMENT = { group: "apps", version: "v1", kind: "Deployment" };
const POD = { group: "", version: "v1", kind: "Pod" };
const NONE = { group: "", version: "", kind: "" };

Deno.test("parseApiVersion() splits at the first slash, and apiVersionOf() puts both together", () => {
  const parts = (text: string) => Object.values(parseApiVersion(text));
  assertEquals([parts("apps/v1"), parts("v1"), parts("/v1"), parts("a/b/c"), parts("")], [
    ["apps", "v1"],
    ["", "v1"],
    ["", "v1"],
    ["a", "b/c"],
    ["", ""],
  ]);
  assertEquals([DEPLOYMENT, POD, NONE].map(apiVersionOf), ["apps/v1", "v1", ""]);
});

Deno.test("gvks are equal in all parts, and selected by the parts that are given", () => {
  for (const part of ["group", "version", "kind"] as const) {
    const other = { ...DEPLOYMENT, [part]: "x" };
    assertEquals([gvkEquals(DEPLOYMENT, other), gvkIsSelected(DEPLOYMENT, { [part]: "x" })], [false, false], part);
    assertEquals(gvkIsSelected(DEPLOYMENT, { [part]: DEPLOYMENT[part] }), true, part);
  }
  assertEquals([gvkEquals(DEPLOYMENT, { ...DEPLOYMENT }), gvkIsSelected(DEPLOYMENT, NONE)], [true, true]);
});

Deno.test("texts of ids name the parts that are missing", () => {
  const id = { name: "a", namespace: "n", clusterScoped: false };
  assertEquals(resIdToString({ gvk: DEPLOYMENT, ...id }), "Deployment.v1.apps/a.n");
  assertEquals(resIdToString({ gvk: NONE, name: "", namespace: "" }), "[noKind].[noVer].[noGrp]/[noName].[noNs]");
  assertEquals(describeFullId({ gvk: DEPLOYMENT, ...id }), "Deployment 'a' (apps/v1) in namespace 'n'");
  assertEquals(describeFullId({ gvk: NONE, ...id, namespace: "" }), " 'a'");
  assertEquals([gvkSortText(DEPLOYMENT), gvkSortText(NONE)], ["apps_v1_Deployment", "~G_~V_~K"]);
});

Deno.test("rankKinds() ranks the first below zero and the last above", () => {
  assertEquals([...rankKinds(["a", "b"], ["c", "d"])], [["a", -2], ["b", -1], ["c", 1], ["d", 2]]);
});
