import { assertEquals } from "@std/assert";
import type { Resource } from "../../model/resource.ts";
import { updateHistory } from "../../model/resource.ts";
import { resourcesOf } from "../../testing/model.ts";
import { CandidateList, haveSameAffixes } from "./candidate_list.ts";

const LISTS = ["", "a", "b", "aa", "ab", "ba", "aab", "bab"];

function resource(prefixes: string, suffixes: string): Resource {
  const [made] = resourcesOf(`{kind: A, metadata: {name: "${prefixes} ${suffixes}"}}`);
  updateHistory(made!, { prefixes: [...prefixes], suffixes: [...suffixes] });
  return made!;
}

function areCompatible(a: readonly string[], b: readonly string[]): boolean {
  return a.join("").endsWith(b.join("")) || b.join("").endsWith(a.join(""));
}

Deno.test("compatibleWith() finds those whose prefixes and suffixes end alike or are none, as a search of all does", () => {
  const all = LISTS.flatMap((prefixes) => LISTS.map((suffixes) => resource(prefixes, suffixes)));
  const namesOf = (resources: readonly Resource[]) => resources.map(({ name }) => name).sort();
  for (const keep of [() => true, ({ history }: Resource) => history.suffixes.length < 2]) {
    const kept = all.filter(keep);
    const candidates = new CandidateList(
      kept.map((resource, position) => ({ resource, position, originalNamespace: "" })),
    );
    for (const referrer of all) {
      const { prefixes, suffixes } = referrer.history;
      const found = candidates.compatibleWith(referrer).map(({ resource }) => resource);
      const expected = kept.filter(({ history }) =>
        areCompatible(history.prefixes, prefixes) && areCompatible(history.suffixes, suffixes)
      );
      assertEquals(namesOf(found), namesOf(expected), referrer.name);
    }
  }
});

Deno.test("haveSameAffixes() wants prefixes and suffixes that end alike, or none on both sides", () => {
  const same = (a: [string, string], b: [string, string]) => haveSameAffixes(resource(...a), resource(...b));
  assertEquals(same(["", ""], ["", ""]), true);
  assertEquals(same(["ab", "a"], ["b", "ba"]), true);
  for (const other of [["a", "a"], ["b", "b"], ["", "a"], ["b", ""], ["", ""]] satisfies [string, string][]) {
    assertEquals(same(["b", "a"], other), false, other.join(" "));
  }
});
