import { assertEquals } from "@std/assert";
import { resourcesOf } from "../../../testing/model.ts";
import { movedTargets, type OneSided } from "./moved_targets.ts";

/** A target with a ConfigMap of each name. */
function target(path: string, ...names: string[]): OneSided {
  const text = names.map((name) => `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}}}\n`).join("---\n");
  const result = { resources: names.length === 0 ? [] : resourcesOf(text), errors: [], warnings: [], reads: [] };
  return { target: path, side: { label: "", build: () => Promise.resolve(result) } };
}

async function moves(gone: OneSided[], added: OneSided[]): Promise<Record<string, string | undefined>> {
  const { from, isGone } = await movedTargets(gone, added);
  const found = Object.fromEntries(added.map(({ target }) => [target, from(target)?.target]));
  const former = Object.values(found).filter((path) => path !== undefined);
  assertEquals(gone.filter(({ target }) => isGone(target)).map(({ target }) => target).sort(), former.sort());
  return found;
}

Deno.test("targets have moved if their resources are the same, and there are some", async () => {
  const gone = [target("a/x", "one"), target("a/y", "two", "three"), target("a/z"), target("a/w", "four")];
  const added = [target("b/x", "one"), target("b/q", "three", "two"), target("c/z"), target("c/w", "five")];
  assertEquals(await moves(gone, added), { "b/x": "a/x", "b/q": "a/y", "c/z": undefined, "c/w": undefined });
  // What is only gone, or only added, need not be built.
  const unbuilt: OneSided = { target: "b/x", side: { label: "", build: () => Promise.reject(new Error("built")) } };
  assertEquals([await moves([], [unbuilt]), await moves([unbuilt], [])], [{ "b/x": undefined }, {}]);
});

Deno.test("of targets with the same resources, those with the same folder's name belong together", async () => {
  const [p, q, r] = ["p", "q", "r"].map((name) => target(`old/${name}`, "one"));
  const added = ["p", "s"].map((name) => target(`new/${name}`, "one"));
  assertEquals(await moves([p!, q!], added), { "new/p": "old/p", "new/s": "old/q" });
  assertEquals(await moves([p!, q!, r!], added), { "new/p": "old/p", "new/s": undefined });
  assertEquals(await moves([q!], [target("new/s", "one"), target("new/t", "one")]), {
    "new/s": undefined,
    "new/t": undefined,
  });
});
