import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import { readCrdConfig } from "./crd_config.ts";

Deno.test("a CustomResourceDefinition is no map of types", () => {
  const crd = "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n";
  const { diagnostic }: KustError = assertThrows(() => readCrdConfig(new Source("crd.yaml", crd)), KustError);
  assertEquals([diagnostic.code, diagnostic.place?.offset], ["bad-crd", "apiVersion: ".length]);
});

Deno.test("a type that is null says nothing", () => {
  assertEquals(readCrdConfig(new Source("crd.yaml", "example.com/v1.Bee:\n")).namePrefix, []);
});
