import { assertEquals } from "@std/assert";
import { mappingOf } from "../yaml/tree/node.ts";
import { Source } from "../diagnostics/source.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { renameFields } from "./rename_fields.ts";

function renamed(text: string): string {
  const source = new Source("kustomization.yaml", text);
  const root = parseDocument(source)!;
  return renameFields(source, root.kind === "mapping" ? root : mappingOf({}), (path) => path.endsWith(".yaml"));
}

function assertStays(text: string): void {
  assertEquals(renamed(text), text);
}

Deno.test("renameFields() gives a field its new name once, unless the file has that already", () => {
  assertEquals(
    renamed("bases: [a]\nimageTags: [{}]\npatchesJson6902: [{}]\n"),
    "resources: [a]\nimages: [{}]\npatches: [{}]\n",
  );
  assertEquals(
    renamed("patchesJson6902: [{}]\npatchesStrategicMerge:\n- a.yaml\n"),
    "patches: [{}]\npatchesStrategicMerge:\n- a.yaml\n",
  );
  assertStays("bases: [a]\nresources: [b]\n");
  assertStays("'bases': [a]\n");
});

Deno.test("renameFields() drops deprecated fields that hold nothing", () => {
  assertEquals(
    renamed("commonLabels: {}\nresources: []\n# About bases.\nbases: []\npatchesJson6902:\nimageTags: ~\n"),
    "resources: []\n# About bases.\n",
  );
  assertEquals(renamed("bases: # c\n- a\npatchesStrategicMerge: [ # d\n]\n"), "resources: # c\n- a\n");
  assertStays("vars: []\nresources: []\n");
  assertStays("{bases: [], resources: [a]}\n");
});

Deno.test("renameFields() turns labels into pairs", () => {
  const selectors = "  includeSelectors: true\n";
  assertEquals(renamed("commonLabels:\n  a: b\n"), `labels:\n- pairs:\n    a: b\n${selectors}`);
  assertEquals(renamed("commonLabels: {a: b}\nx: 1\n"), `labels:\n- pairs: {a: b}\n${selectors}x: 1\n`);
  assertEquals(
    renamed("commonLabels:\n\n  a: b # c\n\n  d: |\n    e\n\nx: 1\n"),
    `labels:\n- pairs:\n\n    a: b # c\n\n    d: |\n      e\n${selectors}\nx: 1\n`,
  );
  assertEquals(renamed("commonLabels: {\n  a: b\n}\n"), `labels:\n- pairs: {\n  a: b\n}\n${selectors}`);
  assertStays("commonLabels:\n  a: b");
  assertStays("commonLabels: text\n");
  assertStays("{commonLabels: {a: b}}\n");
  assertStays("labels: []\ncommonLabels: {a: b}\n");
  assertStays("? commonLabels\n: a: b\n");
});

Deno.test("renameFields() turns paths of patches into entries, but no inline patches", () => {
  assertEquals(
    renamed("patchesStrategicMerge:\n- a.yaml # a\n- b.yaml\n"),
    "patches:\n- path: a.yaml # a\n- path: b.yaml\n",
  );
  assertEquals(
    renamed("patchesStrategicMerge:\n- a.yaml\npatchesJson6902: [{}]\n"),
    "patches:\n- path: a.yaml\npatchesJson6902: [{}]\n",
  );
  assertStays("patchesStrategicMerge: [a.yaml]\n");
  assertStays("patchesStrategicMerge: a.yaml\n");
  assertStays("patchesStrategicMerge:\n- a.yaml\n- |\n  kind: A\n");
  assertStays("patchesStrategicMerge:\n- a.yaml\n- {a: b.yaml}\n");
  assertEquals(
    renamed("patchesStrategicMerge:\n- |\n  kind: A\npatchesJson6902: [{}]\n"),
    "patchesStrategicMerge:\n- |\n  kind: A\npatches: [{}]\n",
  );
  assertStays("patches: []\npatchesStrategicMerge:\n- a.yaml\n");
});
