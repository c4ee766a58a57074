import { assertEquals } from "@std/assert";
import { earlierRelease } from "../compat/earlier.ts";
import type { Image } from "../kustomization/types.ts";
import { DEFAULT_TRANSFORMER_CONFIG } from "../kustomization/config/default_field_specs.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { createSchema } from "../schema/build_schema.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { apply, setOf, textOfSet } from "../testing/model.ts";
import { images } from "./images.ts";

const NO_CHANGE: Image = { name: "", newName: "", tagSuffix: "", newTag: "", digest: "" };

/** The image of a custom kind, changed once, and of a Pod, changed twice if possible. */
function changed(image: string, ...changes: Partial<Image>[]): [once: string, twice: string] {
  const set = setOf(
    `kind: Foo\nspec:\n  images: ${image}\n---\nkind: Pod\nspec:\n  containers:\n  - image: ${image}\n`,
  );
  const fieldSpecs = [...DEFAULT_TRANSFORMER_CONFIG.images, { path: "spec/images", kind: "Foo", create: false }];
  apply(images({ images: changes.map((change) => ({ ...NO_CHANGE, ...change })), fieldSpecs }), set);
  const [, once, twice] = /images: (.*)[^]*- image: (.*)/.exec(textOfSet(set))!;
  return [once!, twice!];
}

Deno.test("a new tag or digest replaces both", () => {
  const old = "nginx:1@sha256:a";
  assertEquals(changed(old, { name: "nginx", newTag: "2" })[0], "nginx:2");
  assertEquals(changed(old, { name: "nginx", digest: "sha256:b" })[0], "nginx@sha256:b");
  assertEquals(changed(old, { name: "nginx", newTag: "2", digest: "sha256:b" })[0], "nginx:2@sha256:b");
  assertEquals(changed(old, { name: "nginx", newName: "x/y" })[0], "x/y:1@sha256:a");
});

Deno.test("a tag suffix drops the digest, and is added twice to fields found in both ways", () => {
  assertEquals(changed("nginx:1@sha256:a", { name: "nginx", tagSuffix: "-s" }), ["nginx:1-s", "nginx:1-s-s"]);
});

Deno.test("names are patterns for everything before the tag", () => {
  assertEquals(changed("nginx", { name: "ngin", newTag: "2" })[0], "nginx");
  assertEquals(changed("nginx", { name: "n.*x", newTag: "2" })[0], "nginx:2");
  assertEquals(changed("x/nginx", { name: "nginx", newTag: "2" })[0], "x/nginx");
  assertEquals(changed("nginx:{TAG}", { name: "nginx", newTag: "2" })[0], "nginx:2");
  assertEquals(changed("nginx", { name: "(", newTag: "2" })[0], "nginx");
});

Deno.test("before v5.8.2, a name that is not a valid pattern is an error at the first image", () => {
  const compat = earlierRelease("v5.8.1");
  const transform = images({ images: [{ ...NO_CHANGE, name: "(" }], fieldSpecs: [] });
  const run = (set: ResourceSet) => transform(set, { compat, schema: createSchema(), warn: () => {} });
  run(setOf("kind: Pod\nmetadata: {name: a}\n"));
  diagnosticOf("invalid-pattern", () => run(setOf("kind: Pod\nspec: {containers: [{image: a}]}\n")));
});

Deno.test("digests may use any algorithm", () => {
  assertEquals(changed("nginx@sha512:a", { name: "nginx", newTag: "2" })[0], "nginx:2");
  assertEquals(changed("nginx@multihash+base58:a", { name: "nginx", newTag: "2" })[0], "nginx:2");
  assertEquals(changed("nginx@a", { name: "nginx", newTag: "2" })[0], "nginx@a");
});

Deno.test("each change sees the result of the previous one", () => {
  assertEquals(changed("a", { name: "a", newName: "b" }, { name: "b", newName: "c" })[0], "c");
});

Deno.test("containers are found at any depth, except in CustomResourceDefinitions", () => {
  const text = "kind: KIND\nx:\n- initContainers:\n  - image: a\n  - name: b\n  - null\n";
  const settings = { images: [{ ...NO_CHANGE, name: "a", newTag: "1" }], fieldSpecs: [] };
  const set = setOf(text);
  apply(images(settings), set);
  assertEquals(textOfSet(set), text.replace("image: a", "image: a:1"));
  const crd = setOf(text.replace("KIND", "CustomResourceDefinition"));
  apply(images(settings), crd);
  assertEquals(textOfSet(crd).includes("a:1"), false);
});

Deno.test("containers and images of another kind are errors", () => {
  diagnosticOf("wrong-type", () => changed("{}", { name: "a" }));
  const set = setOf("kind: Pod\nspec:\n  containers: [text]\n");
  const transform = images({ images: [NO_CHANGE], fieldSpecs: [] });
  diagnosticOf("wrong-type", () => apply(transform, set));
});
