import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { resourcesOf } from "../testing/model.ts";
import { nameHash } from "./name_hash.ts";

Deno.test("only ConfigMaps and Secrets have a hash", () => {
  const [resource] = resourcesOf("apiVersion: v1\nkind: Service\nmetadata: {name: a}\n");
  const { message, place } = diagnosticOf("unhashable-kind", () => nameHash(resource!.node));
  assertEquals(message, "only ConfigMaps and Secrets can have a name suffix hash");
  assertEquals(place?.offset, 0);
});
