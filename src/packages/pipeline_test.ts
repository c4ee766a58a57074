import { assertEquals, assertRejects } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { parsed } from "../testing/yaml.ts";
import type { Node } from "../yaml/tree/node.ts";
import { annotationsOf, clearAnnotation, setAnnotation } from "./annotations.ts";
import { INDEX, PATH } from "./package_annotations.ts";
import { type Item, runFilters } from "./pipeline.ts";

type Annotations = Record<string, string>;

function itemWith(annotations: Annotations): Item {
  const root = parsed(`kind: A\nmetadata:\n  annotations: ${JSON.stringify({ own: "x", ...annotations })}\n`);
  return { root, head: "", foot: "", commentsOf: () => undefined, isDocument: true };
}

/** The annotations of resources after a filter that changes the first one. */
async function after(
  before: Annotations[],
  change: (first: Node, items: Item[]) => void = () => {},
): Promise<Annotations[] | undefined> {
  const items = await runFilters(before.map(itemWith), [(items) => {
    if (items[0] !== undefined) change(items[0].root, items);
    return items;
  }]);
  return items?.map(({ root }) => {
    const { own: _, ...others } = Object.fromEntries(annotationsOf(root));
    return others;
  });
}

const both = (path: string, index = "0"): Annotations => ({
  [PATH.present]: path,
  [PATH.legacy]: path,
  [INDEX.present]: index,
  [INDEX.legacy]: index,
});
const present = { [PATH.present]: "a.yaml", [INDEX.present]: "0" };
const legacy = { [PATH.legacy]: "a.yaml", [INDEX.legacy]: "0" };

Deno.test("a filter keeps the names of annotations that its input has", async () => {
  for (const before of [both("a.yaml"), present, legacy, {}]) assertEquals(await after([before]), [before]);
  assertEquals(await after([{}, present]), [{}, present]);
  const made = both("b.yaml");
  assertEquals(await after([]), undefined);
  assertEquals(await after([present], (_, items) => items.push(itemWith(made))), [present, {
    [PATH.present]: "b.yaml",
    [INDEX.present]: "0",
  }]);
  const [first] = await runFilters([], [() => [itemWith(legacy)]]) ?? [];
  assertEquals(Object.fromEntries(annotationsOf(first!.root)), { own: "x", ...both("a.yaml") });
});

Deno.test("a change of one name changes the other", async () => {
  for (const name of [PATH.present, PATH.legacy]) {
    const changed = await after([both("a.yaml"), both("a.yaml", "1")], (root) => setAnnotation(root, name, "b.yaml"));
    assertEquals(changed, [both("b.yaml"), both("a.yaml", "1")], name);
  }
  const same = await after([both("a.yaml")], (root) => {
    for (const name of [PATH.present, PATH.legacy]) setAnnotation(root, name, "b.yaml");
  });
  assertEquals(same, [both("b.yaml")]);
  assertEquals(await after([present], (root) => setAnnotation(root, PATH.legacy, "b.yaml")), [
    { ...present, [PATH.present]: "b.yaml" },
  ]);
  const { [PATH.present]: _, [PATH.legacy]: __, ...indexes } = both("");
  const removed = await after([both("a.yaml")], (root) => {
    for (const name of [PATH.present, PATH.legacy]) clearAnnotation(root, name);
  });
  // Sic: kyaml sets the older name to nothing.
  assertEquals(removed, [{ ...indexes, [PATH.legacy]: "" }]);
});

Deno.test("names that differ, or are of different kinds, are errors", async () => {
  const differ = (pair: typeof PATH) => (root: Node) => {
    setAnnotation(root, pair.present, "1");
    setAnnotation(root, pair.legacy, "2");
  };
  const runs = [
    () => after([{ [PATH.present]: "a.yaml", [PATH.legacy]: "b.yaml" }]),
    () => after([both("a.yaml")], differ(PATH)),
    () => after([both("a.yaml")], differ(INDEX)),
    () => after([present, legacy]),
    () => after([both("a.yaml"), present]),
    () => after([both("a.yaml"), legacy]),
  ];
  for (const [number, run] of runs.entries()) {
    const { diagnostic } = await assertRejects(run, KustError, undefined, `run ${number}`);
    assertEquals(diagnostic.code, "conflicting-annotations");
  }
  assertEquals(await after([{}], differ(PATH)), [{}]);
});
