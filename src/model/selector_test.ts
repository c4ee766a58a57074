import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { Mapping, Scalar, Sequence } from "../yaml/tree/node.ts";
import { Resource } from "./resource.ts";
import { ResourceSet } from "./resource_set.ts";
import { compileSelector, type Selector } from "./selector.ts";
import { storePreviousId } from "../history/store_previous_id.ts";

function selector(parts: Partial<Selector>): Selector {
  const none = { group: "", version: "", kind: "", name: "", namespace: "", annotationSelector: "", labelSelector: "" };
  return { ...none, ...parts };
}

function deployment(): Resource {
  const labels = new Mapping([
    { key: new Scalar("app"), value: new Scalar("web") },
    { key: new Scalar("odd"), value: new Mapping() },
  ]);
  const metadata = new Mapping([
    { key: new Scalar("name"), value: new Scalar("web") },
    { key: new Scalar("labels"), value: labels },
  ]);
  const node = new Mapping([
    { key: new Scalar("apiVersion"), value: new Scalar("apps/v1") },
    { key: new Scalar("kind"), value: new Scalar("Deployment") },
    { key: new Scalar("metadata"), value: metadata },
  ]);
  const resource = new Resource(node);
  new ResourceSet({ isClusterScoped: ({ kind }) => kind === "Namespace" }).append(resource);
  return resource;
}

function selects(parts: Partial<Selector>, resource = deployment()): boolean {
  return compileSelector(selector(parts)).selects(resource);
}

Deno.test("selects() requires every part to match the whole text", () => {
  assertEquals(selects({}), true);
  assertEquals(selects({ kind: "Deployment", group: "apps", version: "v1", name: "web" }), true);
  assertEquals(selects({ kind: "Deploy" }), false);
  assertEquals(selects({ kind: "Deploy.*|Service", name: "w(e|a)b" }), true);
  assertEquals(selects({ group: "a.ps" }), true);
  assertEquals(selects({ group: "batch" }), false);
  assertEquals(selects({ version: "v2" }), false);
  assertEquals(selects({ labelSelector: "app=web,odd", name: "web" }), true);
  assertEquals(selects({ labelSelector: "app=db" }), false);
  assertEquals(selects({ annotationSelector: "app=web" }), false);
});

Deno.test("a pattern may escape the anchors, as in kustomize", () => {
  assertEquals(selects({ name: "x)|(?:b" }), true);
});

Deno.test("selects() knows the first and the current name and namespace, but none in between", () => {
  const resource = deployment();
  storePreviousId(resource);
  resource.name = "dev-web";
  storePreviousId(resource);
  resource.name = "all-dev-web";
  resource.namespace = "shop";
  assertEquals(selects({ name: "web" }, resource), true);
  assertEquals(selects({ name: "dev-web" }, resource), false);
  assertEquals(selects({ name: "all-dev-web" }, resource), true);
  assertEquals(selects({ namespace: "default" }, resource), true);
  assertEquals(selects({ namespace: "shop" }, resource), true);
  assertEquals(selects({ namespace: "sho" }, resource), false);
});

Deno.test("cluster-scoped resources are in kustomize's own namespace", () => {
  const resource = deployment();
  resource.kind = "Namespace";
  assertEquals(selects({ namespace: "default" }, resource), false);
  assertEquals(selects({ namespace: "_non_.*" }, resource), true);
});

Deno.test("selectsId() uses the namespace as written", () => {
  const { selectsId } = compileSelector(selector({ name: "web", namespace: "default" }));
  const id = deployment().id;
  assertEquals(selectsId(id), false);
  assertEquals(selectsId({ ...id, namespace: "default" }), true);
});

Deno.test("errors have the place of the part; a label selector that is never used causes none", () => {
  const name = new Scalar("(", "plain", "", undefined, 3);
  const node = new Mapping([{ key: new Scalar("name"), value: name }]);
  const error = assertThrows(() => compileSelector(selector({ name: "(", node })), KustError);
  assertEquals([error.diagnostic.code, error.diagnostic.place], ["invalid-pattern", undefined]);
  assertEquals(selects({ name: "other", labelSelector: "a b" }), false);
  assertThrows(() => selects({ labelSelector: "a b" }), KustError, "found 'b'");
});

Deno.test("errors quote the pattern as it is written, without the anchors around it", () => {
  const quoted = (name: string) => {
    const { message } = assertThrows(() => compileSelector(selector({ name })), KustError);
    return message.replace("error parsing regexp: ", "");
  };
  assertEquals(quoted("a("), "missing closing ): `a(`");
  assertEquals(quoted("a)$"), "unexpected ): `a)$`");
  assertEquals(quoted("x[ab"), "missing closing ]: `[ab`");
  assertEquals(quoted("x[ab)$"), "missing closing ]: `[ab)$`");
  assertEquals(quoted("a{2000}"), "invalid repeat count: `{2000}`");
});

// kustomize panics.
Deno.test("selectors fail on labels that are a list of odd length, even if they select nothing by labels", () => {
  const resource = deployment();
  resource.metadata?.set("labels", new Sequence([new Scalar("app")]));
  assertEquals(compileSelector(selector({ kind: "Service" })).selects(resource), false);
  const { diagnostic } = assertThrows(() => compileSelector(selector({})).selects(resource), KustError);
  assertEquals(diagnostic.code, "wrong-type");
});
