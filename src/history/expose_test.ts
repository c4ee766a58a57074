import { assertEquals } from "@std/assert";
import { type History, NO_HISTORY } from "../model/history.ts";
import { Resource, updateHistory } from "../model/resource.ts";
import { resourcesOf } from "../testing/model.ts";
import { stringScalar } from "../yaml/tree/node.ts";
import { print } from "../yaml/write/print.ts";
import { expose, restore } from "./expose.ts";
import { HISTORY_ANNOTATIONS, historyAnnotations, INTERNAL, takeHistory } from "./history_annotations.ts";

const FULL: History = {
  ...NO_HISTORY,
  previousIds: [{ name: "a", namespace: "n", kind: "K" }, { name: "b", namespace: "default", kind: "L" }],
  prefixes: ["p-", "q-"],
  suffixes: ["-s"],
  needsHash: true,
  behavior: "merge",
  allowNameChange: true,
  allowKindChange: true,
  fromHelm: true,
  origin: { path: "a.yaml", repo: "https://example.com/r", ref: "v1" },
  transformations: [{ configuredIn: "k.yaml", configuredBy: { apiVersion: "v1", kind: "P", name: "n" } }],
};

const YAML = "kind: A\nmetadata:\n  annotations:\n    mine: x\n  name: a\n";

function withHistory(yaml = YAML): Resource {
  return new Resource(resourcesOf(yaml)[0]!.node, FULL);
}

/** The keys of the history that differ from the full one. */
function lost({ history }: Resource): string[] {
  return Object.keys(FULL).filter((key) =>
    JSON.stringify(history[key as keyof History]) !== JSON.stringify(FULL[key as keyof History])
  );
}

Deno.test("every part of the history is written and read back unchanged", () => {
  assertEquals([...historyAnnotations(FULL).keys()], HISTORY_ANNOTATIONS.map(({ annotation }) => annotation));
  const resource = withHistory();
  expose(resource);
  updateHistory(resource, NO_HISTORY);
  takeHistory(resource);
  assertEquals(lost(resource), []);
  assertEquals(print(resource.node), YAML);
});

Deno.test("without a change in between, expose() and restore() leave no trace", () => {
  for (const yaml of [YAML, "kind: A\nmetadata:\n  name: a\n"]) {
    const resource = withHistory(yaml);
    restore(resource, expose(resource));
    assertEquals([print(resource.node), lost(resource)], [yaml, []]);
  }
});

Deno.test("removed annotations are removed from the history, except internal ones on request", () => {
  for (const { annotation } of HISTORY_ANNOTATIONS) {
    for (const keepInternal of [true, false]) {
      const resource = withHistory();
      const exposed = expose(resource);
      resource.rewriteAnnotations((annotations) => annotations.delete(annotation));
      restore(resource, exposed, keepInternal);
      const isKept = keepInternal && annotation.startsWith(INTERNAL);
      assertEquals(lost(resource).length, isKept ? 0 : 1, annotation);
    }
  }
});

Deno.test("changed annotations change the history", () => {
  const resource = withHistory();
  const exposed = expose(resource);
  resource.rewriteAnnotations((annotations) =>
    annotations.set(`${INTERNAL}needsHashSuffix`, "disabled").set(`${INTERNAL}prefixes`, "x")
  );
  restore(resource, exposed);
  assertEquals([resource.history.needsHash, resource.history.prefixes], [false, ["x"]]);
  assertEquals(print(resource.node), YAML);
});

Deno.test("nothing is exposed among annotations that are not a mapping", () => {
  const resource = withHistory("kind: A\nmetadata: {name: a}\n");
  resource.edit(() => resource.metadata!.set("annotations", stringScalar("text")));
  assertEquals(expose(resource).size, 0);
});
