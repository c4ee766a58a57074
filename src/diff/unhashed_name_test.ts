import { assertEquals } from "@std/assert";
import { nameHash } from "../generate/name_hash.ts";
import { resourcesOf } from "../testing/model.ts";
import { guessedUnhashedName, unhashedName } from "./unhashed_name.ts";

const HASHES = ["ConfigMap", "Secret"].map((kind) =>
  nameHash(resourcesOf(`{kind: ${kind}, metadata: {name: a}, data: {k: dg==}}`)[0]!.node)
);

Deno.test("unhashedName() removes the hash of a generated resource's content, and nothing that looks like one", () => {
  const names = (kind: string, hash: string) => {
    const [resource] = resourcesOf(`{kind: ${kind}, metadata: {name: a-${hash}}, data: {k: dg==}}`);
    return [unhashedName(resource!), guessedUnhashedName(resource!)];
  };
  const [configMap, secret] = HASHES;
  assertEquals(names("ConfigMap", configMap!), ["a", "a"]);
  assertEquals(names("Secret", secret!), ["a", "a"]);
  assertEquals(names("Secret", configMap!), [`a-${configMap}`, "a"]);
  assertEquals(names("Secret", "abcdefghij"), ["a-abcdefghij", undefined]);
  assertEquals(names("Widget", configMap!), [`a-${configMap}`, undefined]);
});
