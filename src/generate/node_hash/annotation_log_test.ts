import { assertEquals } from "@std/assert";
import { INTERNAL } from "../../history/history_annotations.ts";
import type { History } from "../../model/history.ts";
import { AnnotationLog, occurrenceOf } from "./annotation_log.ts";

const FIRST = {
  changes: { behavior: "create", needsHash: true },
  metadata: ["name"],
  annotations: ["z", "a"],
} as const;

function step(changes: Partial<History>, ...annotations: string[]) {
  return { changes, metadata: ["name", "labels"], annotations };
}

function names(log: AnnotationLog): string[] {
  return log.annotations.map((key) => occurrenceOf(key).key.replace(INTERNAL, "."));
}

Deno.test("the mark of a hash sorts all annotations, later ones follow", () => {
  const log = new AnnotationLog(FIRST);
  assertEquals(log.add(step({ prefixes: ["p"] }, "z", "a", "n")), true);
  assertEquals(names(log), ["a", ".generatorBehavior", ".needsHashSuffix", "z", "n", ".prefixes"]);
  assertEquals(log.metadata, ["name", "annotations", "labels"]);
  assertEquals(log.styleOf(`${INTERNAL}needsHashSuffix`), undefined);
  assertEquals(log.styleOf(`${INTERNAL}prefixes`), "single");
});

Deno.test("a patch adds its annotations in order, together with its options", () => {
  const log = new AnnotationLog(FIRST);
  const id = { name: "a", namespace: "default", kind: "ConfigMap" };
  for (const changes of [{ previousIds: [id] }, { merges: [] }]) log.add(step(changes, "z", "a"));
  log.add(step({ allowNameChange: true }, "z", "a", "zz", "b"));
  log.add(step({ allowKindChange: true }, "z", "a", "zz", "b"));
  assertEquals(names(log).slice(4), [
    ...[".previousNames", ".previousNamespaces", ".previousKinds"],
    ...["b", ".allowKindChange", ".allowNameChange", "zz"],
  ]);
});

Deno.test("an origin writes everything again, at the end of the metadata", () => {
  const log = new AnnotationLog(FIRST);
  log.add(step({ suffixes: ["s"] }, "z", "a"));
  log.add(step({ origin: { path: "p" } }, "z", "a"));
  assertEquals(names(log).slice(0, 2), ["a", "config.kubernetes.io/origin"]);
  assertEquals(log.styleOf(`${INTERNAL}suffixes`), undefined);
  assertEquals(log.metadata, ["name", "labels", "annotations"]);
});

Deno.test("annotations that are gone lose their place, and unknown changes are told", () => {
  const log = new AnnotationLog(FIRST);
  log.update({ metadata: ["name"], annotations: ["a"] });
  assertEquals(names(log), ["a", ".generatorBehavior", ".needsHashSuffix"]);
  assertEquals(log.add(step({ fromHelm: true }, "a")), false);
});

Deno.test("annotations that were given several times are kept until all are written again", () => {
  const mark = `${INTERNAL}needsHashSuffix`;
  const given = {
    changes: { needsHash: true },
    metadata: ["name", "annotations"],
    annotations: [mark, "a", mark, "a"],
  };
  const log = new AnnotationLog(given);
  const occurrences = () => log.annotations.map(occurrenceOf);
  const all = [[mark, 0], ["a", 0], [mark, 1], ["a", 1]] as const;
  assertEquals(occurrences(), all.map(([key, nth]) => ({ key, nth })));
  log.update({ metadata: ["name"], annotations: ["a", mark, "a"] });
  assertEquals(occurrences(), all.map(([key, nth]) => ({ key, nth })));
  log.add(step({ transformations: [] }, "a"));
  assertEquals(names(log), ["a", ".needsHashSuffix"]);
});
