import { assertEquals } from "@std/assert";
import { nameHash } from "../generate/name_hash.ts";
import { updateHistory } from "../model/resource.ts";
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

Deno.test("unhashedName() of a resource from a build is the name that it had before", () => {
  const name = (needsHash: boolean, ...names: string[]) => {
    const [resource] = resourcesOf("{kind: Widget, metadata: {name: p-a-2222222222}}");
    const previousIds = names.map((name) => ({ kind: "Widget", name, namespace: "" }));
    updateHistory(resource!, { needsHash, previousIds });
    return unhashedName(resource!);
  };
  assertEquals([name(true, "a", "p-a"), name(true), name(false, "a")], ["p-a", "p-a-2222222222", "p-a-2222222222"]);
});
