import { assertEquals } from "@std/assert";
import { gvkIsSelected } from "../../model/gvk.ts";
import { effectiveNamespace, NO_NAMESPACE } from "../../model/res_id.ts";
import { type Resource, updateHistory } from "../../model/resource.ts";
import { setOf } from "../../testing/model.ts";
import { haveSameAffixes } from "./candidate_list.ts";
import { NameCandidates, type Reference, type Referrer } from "./name_candidates.ts";

let seed = 11;
function pick<Item>(items: readonly Item[]): Item {
  seed = seed * 48271 % 2147483647;
  return items[seed % items.length]!;
}

const KINDS = ["ConfigMap", "ServiceAccount", "ClusterRole"];
const NAMESPACES = ["", "default", "n", "m"];
const AFFIXES = [[], [], ["p-"], ["p-", "q-"], ["q-"]];

/** Resources, most of which have had another name, kind or namespace. */
function randomResources(): readonly Resource[] {
  const set = setOf("");
  for (let index = 0; index < 6; index++) {
    const metadata = `{name: x${index}, namespace: "${pick(NAMESPACES)}"}`;
    set.appendAll(
      setOf(`{apiVersion: ${pick(["v1", "x.io/v1"])}, kind: ${pick(KINDS)}, metadata: ${metadata}}`).resources,
    );
    const previousId = () => ({ name: pick(["a", "b"]), namespace: pick(["default", "n", "m"]), kind: pick(KINDS) });
    updateHistory(set.resources[index]!, {
      previousIds: pick([[], [previousId()], [previousId(), previousId()]]),
      prefixes: pick(AFFIXES),
      suffixes: pick(AFFIXES),
    });
  }
  return set.resources;
}

/** What `find` returns, by a look at each resource. */
function search(all: readonly Resource[], { name, types, namespace }: Reference, referrer: Referrer): Resource[] {
  const { resource: { id }, boundNamespaces } = referrer;
  const own = effectiveNamespace(id);
  const originOf = ({ id, history }: Resource) => history.previousIds[0]?.namespace ?? effectiveNamespace(id);
  const near = [NO_NAMESPACE, own, ...boundNamespaces];
  const wasOrigin = all.some((one) =>
    (id.clusterScoped || near.includes(effectiveNamespace(one.id))) && originOf(one) === namespace
  );
  const isInReach = (one: Resource) =>
    id.clusterScoped || [NO_NAMESPACE, own].includes(effectiveNamespace(one.id)) ||
    (one.kind === "ServiceAccount" && boundNamespaces.has(one.namespace));
  const found = all.filter((one) => {
    const { previousIds } = one.history;
    const isMeant = previousIds.some((previous) => previous.name === name) &&
      types.every((type) => previousIds.some(({ kind }) => gvkIsSelected({ ...one.id.gvk, kind }, type)));
    return isMeant && isInReach(one) &&
      (namespace === undefined || (wasOrigin ? originOf(one) : effectiveNamespace(one.id)) === namespace);
  });
  if (found.length === 1) return found;
  const endAlike = (a: readonly string[], b: readonly string[]) =>
    a.join("").endsWith(b.join("")) || b.join("").endsWith(a.join(""));
  const { prefixes, suffixes } = referrer.resource.history;
  const compatible = found.filter(({ history }) =>
    endAlike(history.prefixes, prefixes) && endAlike(history.suffixes, suffixes)
  );
  return compatible.length === 1 ? compatible : compatible.filter((one) => haveSameAffixes(one, referrer.resource));
}

Deno.test("find() finds what a search of all resources does", () => {
  const counts = [0, 0, 0];
  for (let round = 0; round < 300; round++) {
    const resources = randomResources();
    const candidates = new NameCandidates(resources);
    for (const resource of resources) {
      const boundNamespaces = new Set(pick([[], ["n"], ["m", ""], ["default"]]));
      const types = pick([[{ kind: "ConfigMap" }], [{ kind: pick(KINDS) }, { group: "x.io" }], [{}]]);
      const reference = { name: pick(["a", "b"]), types, namespace: pick([undefined, undefined, "default", "n", "m"]) };
      const found = candidates.find(reference, { resource, boundNamespaces });
      assertEquals(
        found.map(({ name }) => name),
        search(resources, reference, { resource, boundNamespaces }).map(({ name }) => name),
      );
      counts[Math.min(found.length, 2)]!++;
    }
  }
  assertEquals(counts.every((count) => count > 20), true, `${counts}`);
});
