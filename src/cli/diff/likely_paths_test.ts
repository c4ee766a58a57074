import { assertEquals } from "@std/assert";
import { resourcesOf } from "../../testing/model.ts";
import { likelyPaths } from "./likely_paths.ts";

Deno.test("likelyPaths() names replicas, and the images of containers that have names", () => {
  const pod = "spec:\n      initContainers: [{name: a}]\n      containers: [{name: b}, {image: c}]\n";
  const resources = resourcesOf(
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    ${pod}---\n` +
      "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n",
  );
  assertEquals(resources.map(likelyPaths), [
    [
      "spec.replicas",
      "spec.template.spec.initContainers[name=a].image",
      "spec.template.spec.containers[name=b].image",
    ],
    [],
  ]);
});
