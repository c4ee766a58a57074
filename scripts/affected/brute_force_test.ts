import { assert, assertEquals } from "@std/assert";
import type { Tree } from "../golden/golden_case.ts";
import { listCases, readTree } from "../golden/golden_case.ts";
import { bruteForce } from "./brute_force.ts";

/** The goldens of several areas side by side, as a repository of some forty kustomizations. */
function repository(): Tree {
  const { cases } = listCases(new URL("../../testdata", import.meta.url).pathname);
  const areas = ["seed/", "compose/", "load/"];
  const own = cases.filter(({ name, needs }) => needs.length === 0 && areas.some((area) => name.startsWith(area)));
  const tree: Tree = new Map();
  for (const { name, dir } of own.slice(0, 60)) {
    for (const [path, content] of readTree(`${dir}/in`)) tree.set(`${name.replace("@", "-")}/${path}`, content);
  }
  return tree;
}

Deno.test("affected has every target that really changes, and none that read nothing of a change", async () => {
  const { faults, really, told } = await bruteForce(repository(), 40, 7);
  assertEquals(faults, []);
  assert(really > 20 && told >= really, `${really} of ${told}`);
});
