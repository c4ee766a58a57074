import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { resourcesOf } from "../../testing/model.ts";
import { appendToOrigin, setOriginOfFile } from "./origin.ts";

Deno.test("appendToOrigin() follows paths, and starts again in a repository", () => {
  const repo = "https://github.com/a/b";
  assertEquals(appendToOrigin({}, "base"), { path: "base" });
  assertEquals(appendToOrigin({ path: "base", repo }, "../a.yaml"), { path: "a.yaml", repo });
  const cloned = (path: string) => appendToOrigin({ path: "base", ref: "old" }, path);
  assertEquals(cloned(`${repo}//c/d?ref=e`), { path: "c/d", repo, ref: "e" });
  assertEquals(cloned(repo), { path: "notCloned", repo, ref: undefined });
});

Deno.test("setOriginOfFile() refuses annotations that cannot hold one", () => {
  const originOf = (annotations: string) => {
    const [resource] = resourcesOf(`kind: A\nmetadata: {name: a${annotations}}\n`);
    setOriginOfFile(resource!, { path: "a.yaml" });
    return resource!.history.origin;
  };
  for (const annotations of ["", ", annotations: ", ", annotations: {}"]) {
    assertEquals(originOf(annotations), { path: "a.yaml" }, annotations);
  }
  for (const annotations of [", annotations: []", ", annotations: a"]) {
    diagnosticOf("wrong-type", () => originOf(annotations));
  }
});
